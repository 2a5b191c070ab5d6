import { memo } from 'react';

import { Button } from '../../kit/button';

import type { ReviewAction, ReviewDesk } from './review-desk';

type Properties = {
  desk: ReviewDesk;
  action: ReviewAction;
  look?: 'plain' | 'primary' | 'quiet';
  label?: string;
  expanded?: boolean;
  className?: string | undefined;
};

/** The button of an action. A disabled one says why when it is pressed. */
export function ActionButton({ desk, action, ...rest }: Properties) {
  return <Pressable {...rest} action={action} allowed={action.allowed(desk)} perform={desk.perform} />;
}

type PressableProperties = Omit<Properties, 'desk'> & { allowed: boolean; perform: ReviewDesk['perform'] };

// Most keys change one field or one case and no button; these dozen would otherwise be drawn again with each of them.
const Pressable = memo(function Pressable({ action, allowed, perform, look = 'plain', label = action.label, expanded, className }: PressableProperties) {
  return (
    <Button
      look={look}
      keys={action.keys[0] ?? ''}
      className={className}
      aria-disabled={!allowed}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(label === '' ? { 'aria-label': action.label, title: action.label } : {})}
      onClick={() => perform(action)}
    >
      {label}
    </Button>
  );
});
