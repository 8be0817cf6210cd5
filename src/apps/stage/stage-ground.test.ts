import { describe, expect, it } from 'vitest';
import { grounds } from '../../deck/theme/palette.ts';
import type { StageSlide } from '../../session/views.ts';
import { stageGround } from './stage-ground.ts';

const slide = (attributes: Record<string, string>): StageSlide => ({
  ...{ h: 0, v: 0, title: '', hash: 'a', html: '', attributes },
  ...{ fragments: 0, keep: false, activity: null },
});

describe('[P15] what lies around a slide', () => {
  it('is paper as on the rest of the stage, beside a slide on paper and without one', () => {
    const paper = { mode: 'dark', colour: null, isFilled: false };
    expect(stageGround(undefined, 'dark')).toEqual(paper);
    expect(stageGround(slide({ class: 'layout-default' }), 'dark')).toEqual(paper);
  });

  it('goes on in the colour of a filled chapter, and of a slide in the other mode', () => {
    const chapter = slide({ class: 'layout-chapter filled', 'data-background-color': '#94102a' });
    expect(stageGround(chapter, 'light')).toEqual({
      mode: 'dark',
      colour: '#94102a',
      isFilled: true,
    });
    for (const mode of ['light', 'dark'] as const) {
      const colour = grounds[mode].paper;
      const other = slide({ 'data-background-color': colour });
      expect(stageGround(other, 'light')).toEqual({ mode, colour, isFilled: false });
    }
  });

  it('stays paper beside colours and pictures whose contrast nobody knows', () => {
    for (const attributes of [
      { 'data-background-color': '#123456' },
      { 'data-background-image': 'a.jpg' },
      { 'data-background-color': grounds.dark.paper, 'data-background-image': 'a.jpg' },
    ]) {
      expect(stageGround(slide(attributes), 'light').colour).toBeNull();
    }
  });
});
