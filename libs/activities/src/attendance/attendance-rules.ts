import { type RuleInForce, Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttendanceTimes } from './activity-times';

interface Place {
  readonly associationId: string;
  readonly organizationId: string;
}

/** When attendance of an activity is taken, by the rules that hold today for whoever holds it. */
@Injectable()
export class AttendanceRules {
  constructor(private readonly rules: Rules) {}

  async times(tx: EntityManager, { associationId, organizationId }: Place): Promise<AttendanceTimes> {
    const rule = (key: string) => this.rules.inForce(tx, { associationId, organizationId, key });
    return {
      opensBefore: minutes(await rule('attendance.opens.before')),
      lateAfter: minutes(await rule('attendance.late.after')),
    };
  }
}

/** A house rule in words instead of numbers asks for nothing. */
const minutes = ({ parsed }: RuleInForce): number => (parsed ? parsed.numerator / parsed.denominator : 0);
