import { Component, h, type FunctionComponent } from 'preact';

/** A component that is drawn again only when one of its properties is another value than before. */
export function memo<P extends object>(inner: FunctionComponent<P>): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const before = this.props as Readonly<P>;
      const keys = Object.keys(next) as (keyof P)[];
      return keys.length !== Object.keys(before).length || keys.some((key) => next[key] !== before[key]);
    }

    render(props: P) {
      return h(inner, props);
    }
  }
  return Memo as unknown as FunctionComponent<P>;
}
