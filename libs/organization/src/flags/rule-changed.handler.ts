import { OutboxHandlers } from '@dangwu/platform/outbox';
import { ruleChanged } from '@dangwu/rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganizationFlags } from './organization-flags.service';

/** A changed rule looks at every organization again: a flag names the rule in force, and comes and goes with it. */
@Injectable()
export class RuleChangedHandler implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly flags: OrganizationFlags,
  ) {}

  onModuleInit(): void {
    this.handlers.onInTransaction(ruleChanged, async (tx, { associationId }) => {
      if (associationId) await this.flags.refresh(tx, associationId, 'ALL');
    });
  }
}
