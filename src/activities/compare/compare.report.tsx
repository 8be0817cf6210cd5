import type { ComponentChildren } from 'preact';
import type { StageViewProps } from '../views.ts';
import CompareStage from './compare.stage.tsx';
import type { CompareContent, CompareShown } from './content.ts';

type Props = StageViewProps<CompareContent, CompareShown>;

/** The options by their scores, without pictures: a report loads nothing. */
export default function CompareReport(props: Props): ComponentChildren {
  return <CompareStage {...props} content={{ ...props.content, pictures: [] }} />;
}
