// Nest, Apollo, TypeORM and dataloader as their documentation shows them. PORT, DATABASE_URL.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivityResolver } from './activities.js';
import * as tables from './entities.js';
import { Loaders } from './loaders.js';
import { OrganizationResolver } from './organizations.js';
import { Recording } from './recording.js';
import { SessionGuard } from './access.js';

const entities = Object.values(tables);

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, entities, poolSize: 10 }),
    TypeOrmModule.forFeature(entities),
    GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true }),
  ],
  providers: [OrganizationResolver, ActivityResolver, Recording, Loaders, SessionGuard],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['warn', 'error'] });
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.once('disconnect', () => process.exit(0));
