import { defineFigures, FigureUnit } from '@dangwu/figures';

/**
 * Terms by the day they ended: that of the next election, or the one by which it had to be held. An election on the last day
 * is in time. Of organizations that registered no team the end of their term is all that is known.
 */
const endedTerms = `
  select t.id, 'LeadershipTeam' as type, o.name as title_zh, o.name as title_en, t.organization_id,
    least(t.next, t.ends_on) as day, coalesce(t.next <= t.ends_on, false)::int::numeric as part, 1::numeric as whole
  from (select id, organization_id, ends_on, lead(since) over (partition by organization_id order by since) as next
    from leadership_team where deleted_at is null) t
  join party_organization o on o.id = t.organization_id
  where least(t.next, t.ends_on) <= $1::date and (t.next is not null or t.ends_on < $1::date)
    and (t.next is not null or o.dissolved_on is null or t.ends_on < o.dissolved_on)
  union all
  select o.id, 'PartyOrganization', o.name, o.name, o.id, o.term_ends_on, 0, 1
  from party_organization o
  where o.status = 'ACTIVE' and o.deleted_at is null and o.term_ends_on < $1::date
    and not exists (select from leadership_team t where t.organization_id = o.id and t.deleted_at is null)`;

defineFigures({
  'reelection.onTimeRate': {
    name: { zh: '按期换届率', en: 'Rate of re-election in time' },
    definition: {
      zh: '任期在统计月内结束的班子中，届满当日或之前完成换届的所占比例。提前换届的按换届日、逾期的按届满日计入当月；撤销前未届满的不计。',
      en: 'Of the terms that ended in the months: those with an election on their last day or before. Elections ahead of time count by their day, late or missing ones by the end of the term; terms that a dissolution cut short are left out.',
    },
    unit: FigureUnit.PERCENT,
    source: 'LeadershipTeam.endsOn, LeadershipTeam.since; PartyOrganization.termEndsOn',
    permission: 'member.read',
    records: endedTerms,
  },
});
