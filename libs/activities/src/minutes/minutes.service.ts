import type { Viewer } from '@dangwu/access';
import { leavesNothing } from '@dangwu/platform/audit';
import { AppointmentEntity, MemberEntity, Post } from '@dangwu/membership';
import { Clock } from '@dangwu/platform/clock';
import { globalId, newId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { stateWords } from '../activity/activity-words';
import type { ActivityEntity } from '../activity/activity.entity';
import { ActivityState } from '../activity/activity.enums';
import { ActivityTypeEntity, VenueEntity } from '../catalogue/catalogue.entities';
import { NamedPeople } from '../supervision/named-people';
import { ChangeMinutes } from './change-minutes';
import { attendanceOf } from './attendance-of';
import {
  hashOf,
  voteOf,
  type MajorityRule,
  type MinutesAttendance,
  type MinutesContent,
  type MinutesItem,
  type MinutesResolution,
} from './minutes-content';
import { cleanText, emptyText } from './minutes-text';
import { MinutesEntity, MinutesVersionEntity } from './minutes.entities';
import { MinutesState, VoteBase } from './minutes.enums';
import { minutesErrors } from './minutes.errors';
import type {
  BeginMinutesInput,
  CorrectMinutesInput,
  MinutesContentInput,
  MinutesItemInput,
  SaveMinutesInput,
  WithdrawMinutesInput,
} from './minutes.inputs';
import { Signers } from './signers';

/** Writing minutes, before they are signed. Each answers their UUID. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly changes: ChangeMinutes,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly signers: Signers,
    private readonly people: NamedPeople,
  ) {}

  /** Begins them with what is known; those that are there are answered. @throws MINUTES_TOO_EARLY */
  begin(viewer: Viewer, input: BeginMinutesInput): Promise<string> {
    return this.changes.ofActivity(viewer, input.activityId, async (tx, activity) => {
      const present = await tx.findOneBy(MinutesEntity, { activityId: activity.id });
      if (present) {
        leavesNothing('the minutes are begun');
        return present.id;
      }
      this.checkBegun(activity);
      const now = this.clock.now();
      const [id, content] = [newId(now.getTime()), await this.prefilled(tx, viewer, activity)];
      await tx.insert(MinutesEntity, {
        id,
        associationId: viewer.association.id,
        activityId: activity.id,
        organizationId: activity.organizationId,
        state: MinutesState.DRAFT,
        versionNo: 1,
        content,
        contentHash: hashOf(content),
        savedBy: viewer.account.name,
        savedAt: now,
      });
      const after = { state: MinutesState.DRAFT, versionNo: 1 };
      await this.changes.leave(tx, viewer, activity, id, { action: 'minutes.begin', after, told: true });
      return id;
    });
  }

  /** Whatever is written so far, complete or not. @throws MINUTES_CONFLICT, MINUTES_STATE, MINUTES_TEXT_REFUSED */
  save(viewer: Viewer, input: SaveMinutesInput): Promise<string> {
    return this.changes.change(viewer, 'save', input, async (tx, minutes, activity) => {
      const content = await this.written(tx, activity, input.content);
      const contentHash = hashOf(content);
      return {
        set: { content, contentHash, savedBy: viewer.account.name, savedAt: this.clock.now() },
        action: 'minutes.save',
        // the words stay out of the log: they are those of the meeting, and the signed versions keep them
        before: { contentHash: minutes.contentHash },
        after: { contentHash },
        told: false,
      };
    });
  }

  /** Back to writing: the signature of the recorder is gone. @throws MINUTES_CONFLICT, MINUTES_STATE */
  withdraw(viewer: Viewer, input: WithdrawMinutesInput): Promise<string> {
    return this.changes.change(viewer, 'withdraw', input, async (tx, { id, associationId, state }) => {
      await this.signers.silence(tx, associationId, id);
      return {
        set: { state: MinutesState.DRAFT, ...unsigned },
        action: 'minutes.withdraw',
        before: { state },
        after: { state: MinutesState.DRAFT },
        told: true,
      };
    });
  }

  /** A new version, written on from the signed one, which stays. @throws MINUTES_CONFLICT, MINUTES_STATE */
  correct(viewer: Viewer, input: CorrectMinutesInput): Promise<string> {
    return this.changes.change(viewer, 'correct', input, async ({}, { state, versionNo }) => {
      const [reason, next] = [input.reason.trim(), versionNo + 1];
      return {
        set: { state: MinutesState.DRAFT, versionNo: next, correctionReason: reason, ...unsigned },
        action: 'minutes.correct',
        reason,
        before: { state, versionNo },
        after: { state: MinutesState.DRAFT, versionNo: next },
        told: true,
      };
    });
  }

  /** Minutes are kept from the beginning on, never ahead. */
  private checkBegun({ title, state, startsAt }: ActivityEntity): void {
    const { SCHEDULED, HELD, RECORDED } = ActivityState;
    if (state === HELD || state === RECORDED || (state === SCHEDULED && startsAt <= this.clock.now())) return;
    const { zh, en } = stateWords[state];
    throw minutesErrors.MINUTES_TOO_EARLY({ title, stateZh: zh, stateEn: en });
  }

  private async prefilled(tx: EntityManager, viewer: Viewer, activity: ActivityEntity): Promise<MinutesContent> {
    const { organizationId, venueId, place, agenda, title, startsAt, endsAt, heldOn } = activity;
    const venue = venueId ? await tx.findOneBy(VenueEntity, { id: venueId }) : null;
    const { chair, chairId } = await chairOf(tx, organizationId, heldOn);
    const { id, name } = viewer.account;
    const chairs = chairId ? await this.signers.isNamed(tx, viewer, chairId, chair) : chair === name;
    const there = await attendanceOf(tx, activity.id);
    const points = agenda.length > 0 ? agenda : [{ title, owner: null, minutes: null }];
    return {
      chair,
      chairId,
      recorder: chairs ? '' : name,
      recorderId: chairs ? null : globalId('Account', id),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      place: [venue?.name, place].filter(Boolean).join(' · ') || null,
      attendance: { ...there, leave: there.leave ?? 0 },
      items: points.map((point) => ({ ...point, text: emptyText, resolutions: [] })),
    };
  }

  private async written(
    tx: EntityManager,
    activity: ActivityEntity,
    { startsAt, endsAt, place, attendance: given, items, ...signers }: MinutesContentInput,
  ): Promise<MinutesContent> {
    const rule = await this.majorityRule(tx, activity);
    const attendance = {
      entitled: given.entitled ?? null,
      present: given.present ?? null,
      remote: given.remote,
      leave: given.leave,
      onLeave: namesOf(given.onLeave),
      absent: namesOf(given.absent),
      guests: namesOf(given.guests),
    };
    const chair = await this.person(tx, activity, signers.chairId, signers.chair);
    const recorder = await this.person(tx, activity, signers.recorderId, signers.recorder);
    const written: MinutesItem[] = [];
    for (const item of items) written.push(await this.item(tx, activity, item, attendance, rule));
    return {
      chair: chair.name ?? '',
      chairId: chair.id,
      recorder: recorder.name ?? '',
      recorderId: recorder.id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      place: place?.trim() || null,
      attendance,
      items: written,
    };
  }

  private async item(
    tx: EntityManager,
    activity: ActivityEntity,
    { title, owner, minutes, text, resolutions: given }: MinutesItemInput,
    attendance: MinutesAttendance,
    rule: MajorityRule | null,
  ): Promise<MinutesItem> {
    const resolutions: MinutesResolution[] = [];
    for (const { text: words, dueOn, vote, ...by } of given) {
      const { id: ownerId, name } = await this.person(tx, activity, by.ownerId, by.owner);
      resolutions.push({
        text: words.trim(),
        owner: name,
        ownerId,
        dueOn: dueOn ?? null,
        vote: vote ? voteOf({ ...vote, base: vote.base ?? null }, attendance, rule) : null,
      });
    }
    return {
      title: title.trim(),
      owner: owner?.trim() || null,
      minutes: minutes ?? null,
      text: cleanText(text),
      resolutions,
    };
  }

  /** Somebody chosen, called as the account, member or organization is; or a name alone. @throws PERSON_UNKNOWN */
  private async person(
    tx: EntityManager,
    { associationId }: ActivityEntity,
    id: string | null | undefined,
    name: string | null | undefined,
  ): Promise<{ id: string | null; name: string | null }> {
    const typed = name?.trim() || null;
    if (!id) return { id: null, name: typed };
    return { id, name: await this.people.named(tx, associationId, id, typed ?? '') };
  }

  /** The rule of the type on majorities that holds for the organization on the day; null: none. */
  private async majorityRule(tx: EntityManager, activity: ActivityEntity): Promise<MajorityRule | null> {
    const { activityTypeId, associationId, organizationId, heldOn } = activity;
    const { majorityRuleKey: key } = await tx.findOneByOrFail(ActivityTypeEntity, { id: activityTypeId });
    if (!key) return null;
    const rule = await this.rules.inForce(tx, { associationId, organizationId, key, on: heldOn });
    if (!rule.parsed) return null;
    // the register says in words of whom a share is asked
    const base = rule.unit?.zh.includes('实到') ? VoteBase.PRESENT : VoteBase.ENTITLED;
    const { id, value, name, basis, parsed } = rule;
    return { id, value, name, basis, parsed, base };
  }
}

const unsigned = {
  recorderAccountId: null,
  recorderName: null,
  recorderSignedAt: null,
  chairAccountId: null,
} as const;

const namesOf = (names: readonly string[]): string[] => names.map((name) => name.trim()).filter(Boolean);

/** Who usually chairs: whoever chaired last, else its secretary. Only a proposal: whoever writes may name another. */
async function chairOf(
  tx: EntityManager,
  organizationId: string,
  on: string,
): Promise<{ chair: string; chairId: string | null }> {
  const last = await tx.findOne(MinutesVersionEntity, { where: { organizationId }, order: { chairSignedAt: 'DESC' } });
  if (last) return { chair: last.chairName, chairId: last.content.chairId ?? null };
  const secretary = await tx.findOne(AppointmentEntity, {
    where: [
      { organizationId, post: Post.SECRETARY, since: LessThanOrEqual(on), until: IsNull() },
      { organizationId, post: Post.SECRETARY, since: LessThanOrEqual(on), until: MoreThan(on) },
    ],
  });
  const member =
    secretary &&
    (await tx.findOne(MemberEntity, { where: { id: secretary.memberId }, select: { id: true, name: true } }));
  return { chair: member?.name ?? '', chairId: member ? globalId('Member', member.id) : null };
}
