import { Link, type LinkProps } from 'react-router';
import { useScope } from '../lib/scope';

/** A link inside the console that keeps the chosen scope. */
export function ScopedLink({ to, ...rest }: Omit<LinkProps, 'to'> & { to: string }) {
  const { scoped } = useScope();
  return <Link to={scoped(to)} {...rest} />;
}
