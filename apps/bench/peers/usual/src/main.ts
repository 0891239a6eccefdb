// Nest, Apollo, TypeORM and dataloader as their documentation shows them. PORT, DATABASE_URL.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountEntity, GrantEntity, MemberEntity, OrganizationEntity, SessionEntity } from './entities.js';
import { Loaders } from './loaders.js';
import { OrganizationResolver } from './organizations.js';
import { SessionGuard } from './access.js';

const entities = [AccountEntity, GrantEntity, MemberEntity, OrganizationEntity, SessionEntity];

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, entities, poolSize: 10 }),
    TypeOrmModule.forFeature(entities),
    GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true }),
  ],
  providers: [OrganizationResolver, Loaders, SessionGuard],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['warn', 'error'] });
await app.listen(Number(process.env.PORT), '127.0.0.1');
