/**
 * The sentences of the domain on who may do what. Every row of the table cites those it follows from; the policy code
 * knows nothing of them.
 */
export const sentences = {
  closed: 'Whoever is not signed in may do nothing but sign in and ask whether the system lives.',
  identity:
    'Who an organization is (code, name, type) and who its superiors are is visible to everyone signed in in the association.',
  grant: 'Everything else needs a grant: a person, a role, an organization.',
  leads: 'A grant holds for the organization and is inherited along LEADS edges; it ends at a GUIDES edge.',
  published:
    'Across a GUIDES edge one sees what the organization below published to the one above, with what it leads, until it is withdrawn.',
  publishing: 'Publishing and withdrawing are acts of the organization below, by its own secretary or staff.',
  granting: 'Roles are given and taken by the security administrator, never to oneself, never the administrators’ own.',
  emergency: 'Emergency access takes two people: one asks with a reason, another confirms, it ends after one hour.',
  largeExports:
    'A list of more people than the rule lets export takes two people: one asks with a reason, the security administrator approves; it is fetched once, by whoever asked, with the rights of then.',
  register:
    'The register of organizations and units is the association’s own: party-affairs staff keep it for everything below their organization, across GUIDES edges too.',
  whole: 'A grant for the whole association holds for all of it.',
  members:
    'Members are read and kept along LEADS edges: of member units one asks for facts about activity, not for dossiers of their people.',
  staff:
    'Who does party-affairs work, and what is handed over, belongs to the register and is kept for everything below, across GUIDES edges too.',
  activities:
    'Activities, and what the rules ask of organizations, are seen by everybody who holds a role at the organization or at one that leads it; its secretary and party-affairs staff plan and record them, and its own system.',
  attendance:
    'Who is invited, on leave and there is known by name to those who keep it at the organization or lead that, and to discipline officers; of member units nobody’s name is shown, whatever they publish.',
  ownAttendance:
    'Whoever is entitled or invited to an activity sees it, signs in to it and asks for leave; for that an account is bound to a member.',
  minutes:
    'Minutes, resolutions and attachments are seen with their activity and kept by whoever keeps it; minutes are signed by the two people they name.',
  drafts:
    'Minutes that are not signed are read by those who may write there and by the two who sign; other readers of the activity see what was signed before.',
  ownTasks:
    'What somebody carries out is seen and reported by that person, or by those who keep the activities of the organization it was given to; whoever keeps the giver’s confirms it.',
  matters:
    'Major matters are proposed by the secretary, the party-affairs staff or the own system of an organization or of one that leads it; they are seen by whoever holds such an office, or sits or leads there, for everything below, across GUIDES edges too, since they are brought before the association.',
  unsubmitted: 'What was never submitted is for those who propose there: to others it does not exist.',
  conducting:
    'The formal check of a matter, and its way to the body that decides, belong to the association’s own staff.',
  advising:
    'Whoever is asked for an opinion on a matter sees that matter with its materials, and answers; nobody else answers instead.',
  reporting:
    'How a decision is carried out is reported back by those who proposed it, or by the association’s own staff.',
  sitting:
    'Sessions of the body that reviews matters are seen by the secretary, the committee, the leaders and the discipline officers of the organization whose body it is, and of those that lead it; the association’s own staff call them, make their agenda and keep their room.',
  ownSessions:
    'Whoever is entitled to sit in a session sees it from the notice on, signs in, states a view and votes, by the account on its roster.',
  dispatches:
    'Requests and reports to superiors, with their attachments, are written by the secretary or the party-affairs staff of an organization or of one that leads it; leaders of those read them.',
  numbers: 'The number of a document is seen by whoever may read the document.',
  answering:
    'The receipt of a dispatch and the reply to it are recorded where it was sent to, never by its sender, but for bodies outside the tree, of which the sender records them.',
  schemes:
    'Schemes of assessment are written, published and retired by the association’s own staff; what was published is read by everybody, drafts by those who write.',
  cycles:
    'A cycle of assessment is conducted by the party-affairs staff of an organization or of one above it, for what stands below; it is read by those who hold an office, sit or lead there, and by each organization as far as it is in it. Whoever is guided answers its invitation itself.',
  assessing:
    'An organization is assessed by itself through its secretary, its party-affairs staff or its own system, or those of one that leads it; then by those above it, then by experts who were named for it. Nobody scores their own organization, and scorers do not see each other’s sheets.',
  voting:
    'A secret vote of an assessment is opened, begun, counted and given up by whoever conducts the cycle; whoever is on its list of voters fetches a credential, votes and recounts the list. To others there is none.',
  results:
    'Results are seen by whoever conducts the cycle; once they are on notice by whoever reads the cycle where the assessed stands. The notice itself shows what was chosen to everybody. Whoever conducts moderates and decides objections, which the assessed raises by its secretary, its party-affairs staff or its own system. Letters are downloaded by the secretary and the party-affairs staff of the assessed and of those above it, once they are issued; whoever conducts issues them, hands weak organizations over, and has the whole file.',
  waiving: 'What a rule asks of an organization is waived by whoever leads it, never by itself.',
  catalogue:
    'Types, topics, lines, forms and venues are for everybody to read: the catalogue is kept at the root, a venue by the organization that has it.',
  sharing:
    'A saved view is its owner’s; who shares one, shares it with those who may read an organization, at or below their own. Of a ledger that one may not read one has none.',
  association: 'Another association does not exist: what is asked of it is answered as if there were nothing.',
  hidden:
    'What one may not see is not there: absent from lists, counts, searches, exports and cursors, null by its id.',
  known: 'Who may see a thing but not change it is told so, with the permission that is missing.',
  own: 'A person’s notifications, jobs and files are seen by that person alone.',
  rules: 'Rules are data for everyone to read; regulations are confirmed, and house rules for all made, at the root.',
  calendar:
    'Working days and holidays are data for everyone to read; the association’s own staff enter the State Council’s notice for all.',
  houseRules: 'An organization may set itself stricter rules, and the association to all below it.',
  imports:
    'An import is seen by whoever started it, and by those who import for the whole association, since its rows may lie anywhere.',
  administrators:
    'System administrator, security administrator and auditor are three people and hold no content: accounts and settings, grants and policy, the audit log.',
  client: 'An API client has the rights of its grant inside a subtree, as a person has.',
  ownAccount: 'Everyone keeps the own account: password, second factor, sessions, identities.',
  ways: 'The ways into an account are open to strangers and lead nowhere without the secret they ask for.',
  setUp: 'An installation is set up once, and then never again.',
  session: 'Everyone may ask who they are signed in as, and sign out.',
} as const;

export type Sentence = keyof typeof sentences;
