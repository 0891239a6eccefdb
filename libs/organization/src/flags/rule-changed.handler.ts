import { OutboxHandlers } from '@dangwu/platform/outbox';
import { ruleChanged, type RuleChanged } from '@dangwu/rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DerivedFromRules } from './derived-from-rules';

/** A changed rule looks at every organization and unit again: a flag names the rule in force, and comes and goes with it. */
@Injectable()
export class RuleChangedHandler implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly derived: DerivedFromRules,
  ) {}

  onModuleInit(): void {
    this.handlers.onInTransaction(ruleChanged, async (tx, { associationId, payload }) => {
      const { since } = payload as RuleChanged;
      if (associationId) await this.derived.refresh(tx, associationId, since);
    });
  }
}
