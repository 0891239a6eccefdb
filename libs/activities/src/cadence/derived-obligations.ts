import { DerivedFromHistory, DerivedFromRules } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Obligations } from './obligations';

/**
 * Obligations follow what they are derived from: a rule when it changes, an organization when an operation changes it.
 * Elections, a new year and all that was missed are found in the night, when everything derived from rules is looked at.
 */
@Injectable()
export class DerivedObligations implements OnModuleInit {
  constructor(
    private readonly rules: DerivedFromRules,
    private readonly history: DerivedFromHistory,
    private readonly obligations: Obligations,
  ) {}

  onModuleInit(): void {
    this.rules.add(async (tx, associationId) => void (await this.obligations.derive(tx, associationId, 'ALL')));
    this.history.add(async (tx, associationId, ids) => void (await this.obligations.derive(tx, associationId, ids)));
  }
}
