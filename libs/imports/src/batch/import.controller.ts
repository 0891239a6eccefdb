import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ImportKinds } from '../import-kinds';
import { ImportKind } from '../kind';
import { isPersonal } from '../personal';
import { BatchSeals } from './batch-seals';
import { faultyRowsOf } from './faulty-rows';
import { mayLookAt } from './import-batches';
import { ImportBatchEntity } from './import-batch.entity';
import { templateOf } from './template';

/** Files of an import. They are made while one waits and kept nowhere. */
@Controller()
export class ImportController {
  constructor(
    private readonly database: Database,
    private readonly kinds: ImportKinds,
    private readonly seals: BatchSeals,
    private readonly audit: Audit,
  ) {}

  @Requires('organization.import')
  @Get('templates/organizations.xlsx')
  async template(@Res() response: Response): Promise<void> {
    await this.sendTemplate(response, ImportKind.ORGANIZATIONS);
  }

  @Requires('organization.import')
  @Get('templates/units.xlsx')
  async unitTemplate(@Res() response: Response): Promise<void> {
    await this.sendTemplate(response, ImportKind.UNITS);
  }

  @Requires('member.import')
  @Get('templates/members.xlsx')
  async memberTemplate(@Res() response: Response): Promise<void> {
    await this.sendTemplate(response, ImportKind.MEMBERS);
  }

  @Requires('activity.import')
  @Get('templates/activities.xlsx')
  async activityTemplate(@Res() response: Response): Promise<void> {
    await this.sendTemplate(response, ImportKind.ACTIVITIES);
  }

  @Requires('import.read')
  @Get('imports/:id/faulty-rows.xlsx')
  async faultyRows(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    // batches have no place; who may look is asked below
    const scope = { ...viewer.scope('import.read'), places: 'everywhere' } as const;
    const { batch, content } = await this.database.transaction(scope, async (tx) => {
      const batch = await tx.findOneBy(ImportBatchEntity, { id: localId('ImportBatch', id) });
      if (!batch || !mayLookAt(viewer, batch)) throw platformErrors.UNKNOWN_ID();
      // personal cells come back to whoever brought them
      const own = batch.accountId === viewer.account.id;
      const content = await faultyRowsOf(tx, batch, own ? this.seals : null);
      await this.audit.record(tx, {
        action: 'import.faultyRows',
        subjectType: 'ImportBatch',
        subjectId: batch.id,
        subjectName: batch.fileName,
        after: { rows: batch.faulty + batch.blocked, personal: own && isPersonal(this.kinds.of(batch.kind)) },
      });
      return { batch, content };
    });
    send(response, `${batch.fileName.replace(/\.xlsx$/i, '')}-待改正.xlsx`, content);
  }

  private async sendTemplate(response: Response, kind: ImportKind): Promise<void> {
    const declaration = this.kinds.of(kind);
    send(response, `${declaration.name.zh}模板.xlsx`, await templateOf(declaration));
  }
}

function send(response: Response, name: string, content: Buffer): void {
  response.setHeader('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  response.send(content);
}
