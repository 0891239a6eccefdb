import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Spot, Stage } from './stage';

/** A cycle that every organization conducts, of nobody so far, with an expert; and a version of a scheme. As rows. */
export async function cycles(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) await cycle(spot);
  const { things } = stage.spots.get('R')!;
  stage.values.set('scheme version', things.get('scheme version')!.id);
  stage.values.set('expert account', things.get('expert account')!.id);
}

async function cycle({ world, id: organization, name: place, things }: Spot): Promise<void> {
  const [id, scorer] = [newId(), newId()];
  const title = `${place}的考核周期`;
  const [row] = await world.write((tx) =>
    tx.query<{ version: string; account: string }[]>(
      `with cycle as (
         insert into assessment_cycle (id, association_id, organization_id, scheme_version_id, title, period_from,
           period_to, relations, group_by, stage, opened_by)
         select $1, $2, $3, v.id, $4, '2026-01-01', '2026-06-30', '{LEADS,GUIDES}', 'NONE', 'SELF_ASSESSMENT', '测试'
         from scheme_version v where v.association_id = $2 order by v.created_at limit 1
         returning id, scheme_version_id),
       stages as (
         insert into assessment_stage (id, association_id, cycle_id, organization_id, stage, due_on)
         select gen_random_uuid(), $2, id, $3, stage, '2026-12-31' from cycle,
           unnest('{SELF_ASSESSMENT,VERIFICATION,EXPERT_REVIEW,MODERATION,NOTICE,OBJECTION,FINAL}'::text[]) stage),
       person as (select id from account where association_id = $2 order by created_at, id limit 1),
       scorer as (
         insert into assessment_scorer (id, association_id, cycle_id, organization_id, account_id, name)
         select $5, $2, cycle.id, $3, person.id, '测试' from cycle, person)
       select scheme_version_id as version, person.id as account from cycle, person`,
      [id, world.associationId, localId('PartyOrganization', organization), title, scorer],
    ),
  );
  const of = (type: string, key: string) => ({ id: globalId(type, key), version: 1, name: title });
  things.set('cycle', of('AssessmentCycle', id));
  things.set('cycle scorer', of('AssessmentScorer', scorer));
  things.set('scheme version', of('SchemeVersion', row!.version));
  things.set('expert account', of('Account', row!.account));
}
