import { ActivitiesModule } from '@dangwu/activities';
import { CalendarModule } from '@dangwu/calendar';
import { DecisionsModule } from '@dangwu/decisions';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import { AssessmentModule } from '@dangwu/assessment';
import { Associations } from './associations';
import './setup.audited';
import { SetupResolver } from './setup.resolver';
import { SetupService } from './setup.service';

/** Stands above all areas, since an installation begins with something of each. */
@Module({
  imports: [ActivitiesModule, AssessmentModule, CalendarModule, DecisionsModule, OrganizationModule, RulesModule],
  providers: [Associations, SetupService, SetupResolver],
  exports: [Associations, SetupService],
})
export class SetupModule {}
