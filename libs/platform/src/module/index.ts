export { platformEntities, PlatformModule, type PlatformOptions } from './platform.module';
