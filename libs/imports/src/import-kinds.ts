import { missing, type Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import { importErrors } from './imports.errors';
import type { ImportDeclaration, ImportKind } from './kind';

/** The rosters this application can read. Libraries register theirs in `onModuleInit`. */
@Injectable()
export class ImportKinds {
  private readonly declarations = new Map<ImportKind, ImportDeclaration>();

  register<Values extends object>(declaration: ImportDeclaration<Values>): void {
    if (this.declarations.has(declaration.kind)) throw new Error(`The kind ${declaration.kind} is registered twice`);
    // the engine hands a declaration only rows that were read by its own fields
    this.declarations.set(declaration.kind, declaration as unknown as ImportDeclaration);
  }

  all(): ImportDeclaration[] {
    return [...this.declarations.values()];
  }

  /** What its imports need. @throws PERMISSION_MISSING unless the viewer holds it anywhere */
  permit(viewer: Viewer, kind: ImportKind): void {
    const { permission } = this.of(kind);
    if (!viewer.holds(permission)) throw missing(permission);
  }

  /** @throws IMPORT_KIND_UNKNOWN */
  of(kind: ImportKind): ImportDeclaration {
    const found = this.declarations.get(kind);
    if (!found) throw importErrors.IMPORT_KIND_UNKNOWN({ kind });
    return found;
  }
}
