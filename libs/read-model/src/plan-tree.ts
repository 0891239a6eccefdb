/** Plans of one field, found by what their compilation asked about the request. */
import type { Run } from './run';

export type Answer = string | number | boolean;
export type Question = (run: Run) => Answer;
/** The compiler's only way to look at a request. */
export type Ask = <A extends Answer>(question: (run: Run) => A) => A;

interface Node<P> {
  question?: Question;
  readonly answers: Map<Answer, Node<P>>;
  plan?: P;
}

/**
 * Compilation asks questions about the request; the questions and answers on its way are the key of the plan. Same
 * answers, same plan: nothing else of the request can have changed the SQL.
 */
export class PlanTree<P> {
  private root: Node<P> = { answers: new Map() };
  private plans = 0;

  constructor(
    private readonly compile: (ask: Ask, run: Run) => P,
    /** a client can make many shapes of request: beyond so many plans all are dropped */
    private readonly limit = 64,
  ) {}

  find(run: Run): P {
    let node: Node<P> | undefined = this.root;
    while (node?.question) node = node.answers.get(node.question(run));
    return node?.plan ?? this.grow(run);
  }

  private grow(run: Run): P {
    if (this.plans >= this.limit) {
      this.root = { answers: new Map() };
      this.plans = 0;
    }
    let node = this.root;
    const ask: Ask = (question) => {
      const answer = question(run);
      node.question ??= question;
      let next = node.answers.get(answer);
      if (!next) node.answers.set(answer, (next = { answers: new Map() }));
      node = next;
      return answer;
    };
    const plan = this.compile(ask, run);
    this.plans++;
    return (node.plan = plan);
  }
}
