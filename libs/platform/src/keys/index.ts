export { keyErrors } from './keys.errors';
export { runKeys } from './keys.command';
export { KeysModule } from './keys.module';
export { MasterKeys } from './master-keys';
export { PersonKeyEntity } from './person-key.entity';
export { PersonKeys, type SealedValue } from './person-keys';
export { open as unseal, seal, type Field } from './seal';
