import { OutboxHandlers } from '@dangwu/platform/outbox';
import { ruleChanged, type RuleChanged } from '@dangwu/rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitFlags } from '../units/unit-flags';
import { OrganizationFlags } from './organization-flags.service';

/** A changed rule looks at every organization and unit again: a flag names the rule in force, and comes and goes with it. */
@Injectable()
export class RuleChangedHandler implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly flags: OrganizationFlags,
    private readonly unitFlags: UnitFlags,
  ) {}

  onModuleInit(): void {
    this.handlers.onInTransaction(ruleChanged, async (tx, { associationId, payload }) => {
      if (!associationId) return;
      const { since } = payload as RuleChanged;
      await this.flags.refresh(tx, associationId, 'ALL', since);
      await this.unitFlags.refresh(tx, associationId, 'ALL');
    });
  }
}
