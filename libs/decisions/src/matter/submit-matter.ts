import type { Viewer } from '@dangwu/access';
import { PartyOrganizationEntity, tierWords } from '@dangwu/organization';
import { Clock, plusDays } from '@dangwu/platform/clock';
import type { Messages } from '@dangwu/platform/errors';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MatterRecordKind } from '../record/matter-record.enums';
import type { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { categoryWords } from '../review-rule/review-rule-words';
import { ReviewRules } from '../review-rule/review-rules';
import { ChangeMatter } from './change-matter';
import { contentHash, differences, type MatterContent } from './matter-content';
import { MatterEntity, MatterMaterialEntity, MatterVersionEntity } from './matter.entity';
import { MatterState } from './matter.enums';
import { matterErrors } from './matter.errors';
import type { SubmitMatterInput } from './matter.inputs';

/** Submits a matter under the rule that applies to it today, as a version that stays as it is. */
@Injectable()
export class SubmitMatter {
  constructor(
    private readonly changes: ChangeMatter,
    private readonly rules: ReviewRules,
    private readonly clock: Clock,
  ) {}

  /** @throws STALE_VERSION, MATTER_STATE, MATTER_NO_RULE, MATTER_INCOMPLETE, MATTER_MATERIALS_MISSING, MATTER_UNCHANGED */
  submit(viewer: Viewer, input: SubmitMatterInput): Promise<string> {
    return this.changes.change(viewer, 'matter.propose', 'submit', input, async (tx, matter) => {
      const rule = await this.ruleOf(tx, matter);
      const content = await contentOf(tx, matter);
      checkComplete(matter, content, rule);
      const before = await tx.findOneBy(MatterVersionEntity, { matterId: matter.id, no: matter.versionNo });
      const changes = before ? differences(before.content, content) : [];
      if (before && changes.length === 0) throw matterErrors.MATTER_UNCHANGED({ title: matter.title });
      const { id: matterId, associationId, organizationId } = matter;
      const [at, no] = [this.clock.now(), matter.versionNo + 1];
      const hash = contentHash(content);
      const by = { submittedBy: viewer.account.name, submittedAt: at };
      const version = { id: newId(at.getTime()), associationId, matterId, organizationId, no, content, changes, ...by };
      await tx.insert(MatterVersionEntity, { ...version, contentHash: hash });
      const ruled = { reviewRuleId: rule.id, reviewRequired: rule.reviewRequired };
      // what was handled first stays due by the day that its first submission set
      const due = rule.reviewRequired && matter.urgent;
      const reviewDueOn = due ? (matter.reviewDueOn ?? plusDays(this.clock.today(), rule.urgentDays)) : null;
      const state = MatterState.SUBMITTED;
      return {
        set: { ...ruled, state, versionNo: no, opinion: null, reason: null, submittedAt: at, reviewDueOn },
        event: {
          kind: MatterRecordKind.SUBMITTED,
          data: { versionNo: no, contentHash: hash, reviewRule: rule.id, changes },
          action: 'matter.submit',
          before: { state: matter.state },
          after: { state, versionNo: no, contentHash: hash, reviewRequired: rule.reviewRequired },
        },
      };
    });
  }

  private async ruleOf(tx: EntityManager, matter: MatterEntity): Promise<ReviewRuleEntity> {
    const rule = await this.rules.applying(tx, matter);
    if (rule) return rule;
    const { name } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: matter.organizationId });
    const { zh: categoryZh, en: categoryEn } = categoryWords[matter.category];
    throw matterErrors.MATTER_NO_RULE({ organization: name, categoryZh, categoryEn });
  }
}

/** The matter as it stands, of each material the latest. */
async function contentOf(tx: EntityManager, matter: MatterEntity): Promise<MatterContent> {
  const rows = await tx.find(MatterMaterialEntity, { where: { matterId: matter.id }, order: { no: 'ASC' } });
  const latest = new Map(rows.map(({ kind, no, name, sha256 }) => [kind, { kind, no, name, sha256 }]));
  const { category, title, amountFen, background, options, socialEffect, urgentReason } = matter;
  const materials = [...latest.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return { category, title, amountFen, background, options, socialEffect, urgentReason, materials };
}

/** What its rule needs. */
function checkComplete(matter: MatterEntity, content: MatterContent, rule: ReviewRuleEntity): void {
  const { title } = matter;
  const lacking: Messages[] = [];
  if (!matter.background) lacking.push({ zh: '没有写背景和理由', en: 'the background is missing' });
  // where there are bands, the amount decides which of them applies
  const banded = rule.amountFrom !== '0' || rule.amountTo !== null;
  if (banded && matter.amountFen === null) lacking.push({ zh: '没有写金额', en: 'the amount is missing' });
  if (lacking.length)
    throw matterErrors.MATTER_INCOMPLETE({
      title,
      missingZh: lacking.map(({ zh }) => zh).join('、'),
      missingEn: lacking.map(({ en }) => en).join(', '),
    });
  const handedIn = new Set(content.materials.map(({ kind }) => kind));
  const missing = rule.materials.filter((kind) => !handedIn.has(kind));
  if (missing.length) throw matterErrors.MATTER_MATERIALS_MISSING({ title, missing, ...ruleInWords(rule) });
}

/** Which rule, for a refusal. */
export function ruleInWords(rule: ReviewRuleEntity) {
  const [category, tier] = [categoryWords[rule.category], tierWords[rule.tier]];
  return {
    ruleZh: `“${category.zh}（${tier.zh}）”审议规则第 ${rule.versionNo} 版`,
    ruleEn: `version ${rule.versionNo} of the review rules for ${category.en} (${tier.en})`,
    basisZh: rule.basisZh,
    basisEn: rule.basisEn,
  };
}
