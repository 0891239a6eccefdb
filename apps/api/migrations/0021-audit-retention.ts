import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of retention for associations that are there already; new ones get them with the shipped rules. */
export class AuditRetention1763800000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into rule (id, association_id, key, name_zh, name_en, value, unit_zh, unit_en, stricter, strength, layer,
        basis_zh, basis_en, source, article_uncertain, note_zh, note_en, effective_from)
      select gen_random_uuid(), a.id, r.key, r.name_zh, r.name_en, r.value, '个月', 'months', 'HIGHER', r.strength,
        'REGULATION', r.basis_zh, r.basis_en, r.source, r.source = 'GENERAL_KNOWLEDGE', r.note_zh, r.note_en, '2026-01-01'
      from association a cross join (values
        ('audit.retention.min', '日志留存的最短时间', 'Shortest retention of logs', '6', 'MUST',
          '《中华人民共和国网络安全法》（2025 年修正）第二十三条第三项',
          'Cybersecurity Law as amended in 2025, article 23 (3): no less than six months', 'GENERAL_KNOWLEDGE',
          '修正前为第二十一条；条序待核对', 'article 21 before the amendment; the number is to be checked'),
        ('audit.retention', '审计日志留存时间', 'Retention of the audit log', '12', 'NORMAL',
          '本系统默认：留足一个年度工作周期，不少于网络安全法规定的六个月',
          'Default of this system: a full year of work, no less than the six months of the Cybersecurity Law', 'HOUSE',
          '到期的先归档再移出，归档文件可以单独核对',
          'older events are archived before they are removed; archives verify by themselves')
      ) as r (key, name_zh, name_en, value, strength, basis_zh, basis_en, source, note_zh, note_en)
      where not exists (select from rule o where o.association_id = a.id and o.key = r.key);

      insert into audit_event (association_id, action, subject_type, subject_id, after, client, operation)
      select id, 'shipRules', 'Association', id, '{"rules": 2}', 'COMMAND', 'migrate' from association`);
  }

  /** Rules are never deleted: what referred to them would lose its reason. */
  async down(): Promise<void> {}
}
