import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failure } from './failure.tsx';

/**
 * A component that is loaded when it is first shown, so that the first visit of a page does not weigh what it may not
 * need. Unlike `lazy` of the router it may stand anywhere, and where loading fails there is a button to try again.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => preact.JSX.Element | null {
  let known: ComponentType<Props> | undefined;
  return function Later(props) {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | undefined>(() => known);
    const [error, setError] = useState<unknown>();
    const [turn, setTurn] = useState(0);
    useEffect(() => {
      if (Loaded) return;
      setError(undefined);
      load().then(component => {
        known = component;
        setLoaded(() => component);
      }, setError);
    }, [turn]);
    if (error !== undefined) return <Failure error={error} again={() => setTurn(turn + 1)} />;
    return Loaded ? <Loaded {...props} /> : null;
  };
}
