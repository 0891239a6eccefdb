import { Module } from '@nestjs/common';
import { Figures } from './figures';
import { FiguresResolver } from './figures.resolver';

@Module({ providers: [Figures, FiguresResolver], exports: [Figures] })
export class FiguresModule {}
