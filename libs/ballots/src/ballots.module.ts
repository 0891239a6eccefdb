import { Module } from '@nestjs/common';
import './ballots.audited';
import { Ballots } from './ballots';
import { Credentials } from './credentials';
import { NamedVotes } from './named-votes';
import { Papers } from './papers';
import { BallotReports } from './progress';

const services = [Ballots, BallotReports, Credentials, NamedVotes, Papers];

@Module({ providers: services, exports: services })
export class BallotsModule {}
