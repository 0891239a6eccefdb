import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ExportJob } from '../../components/export-job';
import { Panel } from '../../components/panel';
import { ExportAssessmentEvidenceDocument, IssueAssessmentLettersDocument } from '../../generated/graphql';
import type { CycleDetail } from './cycle-page';
import { orderOf } from './cycle-words';
import { Downloads } from './result-letters';

/** 通知书和档案: what goes out of a cycle as files, for whoever conducts it. */
export function CycleFiles({ cycle, done }: { cycle: CycleDetail; done(): void }) {
  const { t } = useTranslation('cycle');
  const [issue] = useMutation(IssueAssessmentLettersDocument);
  const [pack] = useMutation(ExportAssessmentEvidenceDocument);
  const { id, version, stage, cancelledAt, noticeTo } = cycle;
  const noticed = noticeTo && !cancelledAt && orderOf(stage) >= orderOf('NOTICE');
  return (
    <Panel title={t('files.title')}>
      <ul className="cycle-files">
        {noticed ? (
          <li>
            <span>{t('files.notice')}</span>
            <Downloads url={`/files/assessment-cycles/${id}/notice`} name={t('files.notice')} />
          </li>
        ) : null}
        {stage === 'FINAL' && !cancelledAt ? (
          <li>
            <span>
              {t('files.letters')}
              <span className="quiet">{t('files.lettersHelp')}</span>
            </span>
            <ExportJob
              small
              verb={t('files.issue')}
              begin={async () => {
                const { data } = await issue({ variables: { input: { id, version } } });
                // to start it is a change of the cycle
                done();
                return data?.issueAssessmentLetters ?? null;
              }}
            />
          </li>
        ) : null}
        <li>
          <span>
            {t('files.evidence')}
            <span className="quiet">{t('files.evidenceHelp')}</span>
          </span>
          <ExportJob
            small
            verb={t('files.pack')}
            begin={async () => (await pack({ variables: { input: { id } } })).data?.exportAssessmentEvidence ?? null}
          />
        </li>
      </ul>
    </Panel>
  );
}
