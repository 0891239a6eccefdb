/**
 * For statements that judge many rows, each by the number that a rule had for its organization on its day: begins them, as
 * `with ${ruleNumbers(key)} select …`.
 */
export const ruleNumbers = (key: string): string =>
  `rule_numbers as materialized (
     select * from dangwu_rule_numbers('${key}') with ordinality as n (number, leads_path, since, until, nearness))`;

/** In such a statement, the number that holds, as `Rules.inForce` finds it: none where nothing is in force. */
export const ruleNumberOf = (leadsPath: string, day: string): string =>
  `(select n.number from rule_numbers n where n.since <= ${day} and (n.until is null or ${day} < n.until)
     and (n.leads_path is null or starts_with(${leadsPath}, n.leads_path)) order by n.nearness limit 1)`;
