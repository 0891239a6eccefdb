import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { digest } from '../engine';
import { ChangeSchemes } from './change-schemes';
import { DraftSchemes, recorded } from './draft-schemes';
import { faultsOf } from './faults-of';
import { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme.entity';
import { SchemeVersionState } from './scheme.enums';
import { schemeErrors } from './scheme.errors';
import type {
  ChangeAssessmentSchemeInput,
  PublishSchemeVersionInput,
  RestoreAssessmentSchemeInput,
  RetireAssessmentSchemeInput,
} from './scheme.inputs';

/** Publishes versions, which never change afterwards, and says which schemes are in use. */
@Injectable()
export class PublishSchemes {
  constructor(
    private readonly changes: ChangeSchemes,
    private readonly drafts: DraftSchemes,
    private readonly clock: Clock,
  ) {}

  /** @throws SCHEME_FAULTY, SCHEME_RETIRED, SCHEME_DRAFT_STALE, SCHEME_PUBLISHED, UNKNOWN_ID, PERMISSION_MISSING */
  publish(viewer: Viewer, { note, ...read }: PublishSchemeVersionInput): Promise<string> {
    return this.changes.write(viewer, async (tx) => {
      const { draft, scheme } = await this.changes.draft(tx, read);
      this.changes.refuseRetired(scheme);
      const [first, ...more] = faultsOf(draft.tree);
      if (first)
        throw schemeErrors.SCHEME_FAULTY({
          ...{ name: scheme.nameZh, count: more.length + 1, code: first.code, path: first.path },
          ...{ placeZh: first.place.zh, placeEn: first.place.en, firstZh: first.message.zh, firstEn: first.message.en },
        });
      const published = {
        state: SchemeVersionState.PUBLISHED,
        hash: digest(draft.tree),
        note: note?.trim() ?? draft.note,
        publishedAt: this.clock.now(),
        publishedBy: viewer.account.name,
      };
      await tx.save(SchemeVersionEntity, { ...draft, ...published });
      const after = { no: draft.no, note: published.note, ...recorded(draft.tree) };
      return { action: 'scheme.publish', scheme, after };
    });
  }

  /** @throws SCHEME_NAME_TAKEN, STALE_VERSION, UNKNOWN_ID, PERMISSION_MISSING */
  change(viewer: Viewer, { id, version, ...input }: ChangeAssessmentSchemeInput): Promise<string> {
    return this.changes.write(viewer, async (tx) => {
      const scheme = await this.changes.scheme(tx, { id, version });
      const before = factsOf(scheme);
      const given = Object.entries(input).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value.trim()] as const] : [],
      );
      const after = { ...before, ...Object.fromEntries(given) };
      await this.drafts.refuseTakenName(tx, viewer, after.nameZh, scheme.id);
      await tx.save(AssessmentSchemeEntity, { ...scheme, ...after });
      return { action: 'scheme.change', scheme: { ...scheme, ...after }, before, after };
    });
  }

  /** @throws STALE_VERSION, UNKNOWN_ID, PERMISSION_MISSING */
  retire(viewer: Viewer, { on, ...read }: RetireAssessmentSchemeInput): Promise<string> {
    return this.changes.write(viewer, async (tx) => {
      const scheme = await this.changes.scheme(tx, read);
      this.changes.refuseRetired(scheme);
      const retiredOn = on ?? this.clock.today();
      await tx.save(AssessmentSchemeEntity, { ...scheme, retiredOn });
      return { action: 'scheme.retire', scheme, before: { retiredOn: scheme.retiredOn }, after: { retiredOn } };
    });
  }

  /** @throws SCHEME_IN_USE, STALE_VERSION, UNKNOWN_ID, PERMISSION_MISSING */
  restore(viewer: Viewer, read: RestoreAssessmentSchemeInput): Promise<string> {
    return this.changes.write(viewer, async (tx) => {
      const scheme = await this.changes.scheme(tx, read);
      if (!scheme.retiredOn) throw schemeErrors.SCHEME_IN_USE({ name: scheme.nameZh });
      await tx.save(AssessmentSchemeEntity, { ...scheme, retiredOn: null });
      return { action: 'scheme.restore', scheme, before: { retiredOn: scheme.retiredOn }, after: { retiredOn: null } };
    });
  }
}

const factsOf = ({ nameZh, nameEn, basisZh, basisEn }: AssessmentSchemeEntity) => ({
  nameZh,
  nameEn,
  basisZh,
  basisEn,
});
