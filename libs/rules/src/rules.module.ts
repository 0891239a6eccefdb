import { AuditModule } from '@dangwu/platform/audit';
import { Module } from '@nestjs/common';
import { HouseRules } from './house-rules';
import { RuleResolver } from './rule.resolver';
import './rules.audited';
import { Rules } from './rules.service';

@Module({
  imports: [AuditModule],
  providers: [Rules, HouseRules, RuleResolver],
  exports: [Rules],
})
export class RulesModule {}
