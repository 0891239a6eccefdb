import { Audit } from '@dangwu/platform/audit';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityTypeEntity, CatalogueTermEntity } from './catalogue.entities';
import { shippedTerms, shippedTypes } from './shipped-catalogue';

/** What activities there are and how they are sorted, as data of each association. */
@Injectable()
export class Catalogue {
  constructor(private readonly audit: Audit) {}

  /** Gives an association the shipped types and terms it has not had. What is there, perhaps renamed, is left alone. */
  async ship(tx: EntityManager, associationId: string): Promise<void> {
    const had = { where: { associationId }, withDeleted: true };
    const types = new Set((await tx.find(ActivityTypeEntity, had)).map(({ key }) => key));
    const terms = new Set((await tx.find(CatalogueTermEntity, had)).map(({ kind, key }) => `${kind} ${key}`));
    const row = (name: readonly [string, string], i: number): object => ({
      id: newId(),
      associationId,
      nameZh: name[0],
      nameEn: name[1],
      shipped: true,
      sort: (i + 1) * 10,
    });
    const newTypes = shippedTypes.flatMap(({ name, organizationTypes, ...type }, i) =>
      types.has(type.key)
        ? []
        : {
            quorumRuleKey: null,
            majorityRuleKey: null,
            countsStudyHours: false,
            needsMinutes: false,
            ...type,
            organizationTypes: [...organizationTypes],
            ...row(name, i),
          },
    );
    const newTerms = shippedTerms.flatMap(({ name, ...term }, i) =>
      terms.has(`${term.kind} ${term.key}`) ? [] : { ...term, ...row(name, i) },
    );
    if (newTypes.length) await tx.insert(ActivityTypeEntity, newTypes);
    if (newTerms.length) await tx.insert(CatalogueTermEntity, newTerms);
    if (newTypes.length + newTerms.length)
      await this.audit.record(tx, {
        action: 'shipCatalogue',
        subjectType: 'Association',
        subjectId: associationId,
        after: { types: newTypes.length, terms: newTerms.length },
        associationId,
      });
  }
}
