import { useEffect } from 'preact/hooks';

/** The elements around all slides, with which each selector of a deck's style sheet begins. */
const SLIDES = '.reveal .slides';

/**
 * Applies a deck's own style sheet to the slides within `scope` (a selector), on a page with slides of
 * several decks. `address` is undefined where the deck has none.
 */
export function useScopedDeckStyle(address: string | undefined, scope: string): void {
  useEffect(() => {
    if (address === undefined) return undefined;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    // Until it is scoped it would apply to the slides of all decks.
    link.media = 'not all';
    link.addEventListener('load', () => {
      if (link.sheet === null) return;
      scopeRules(link.sheet.cssRules, scope);
      link.media = 'all';
    });
    link.href = address;
    document.head.append(link);
    return () => link.remove();
  }, [address, scope]);
}

function scopeRules(rules: CSSRuleList, scope: string): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      rule.selectorText = rule.selectorText.replaceAll(SLIDES, `${scope} ${SLIDES}`);
    } else if (rule instanceof CSSGroupingRule) {
      scopeRules(rule.cssRules, scope);
    }
  }
}
