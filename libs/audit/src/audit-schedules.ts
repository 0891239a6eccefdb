import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditRetention } from './audit-retention';
import { ChainVerification } from './chain-verification';
import { HeadMail } from './head-mail';

/** What the chain does by the clock, in the worker, once for all workers. */
@Injectable()
export class AuditSchedules implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly chain: ChainVerification,
    private readonly retention: AuditRetention,
    private readonly head: HeadMail,
  ) {}

  onModuleInit(): void {
    this.schedules.on('audit-seal', '*/5 * * * *', () => this.chain.seal());
    this.schedules.on('audit-archive', '40 3 * * *', async () => void (await this.retention.run()));
    this.schedules.on('audit-verify', '10 4 * * *', async () => void (await this.chain.verify(null)));
    this.schedules.on('audit-head', '30 7 * * *', async () => {
      await this.chain.seal();
      await this.head.send();
    });
  }
}
