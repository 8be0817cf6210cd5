import { useEffect, useId, useRef } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { slideIndex } from '../../deck/navigation.ts';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { Confirm } from '../../presenting/confirm.tsx';
import type { ReportProblem } from './report-problem.ts';
import { JoinCard } from './join-card.tsx';
import { OpenStage } from './open-stage.tsx';
import { SlidesOnPhones } from './slides-on-phones.tsx';
import { StageModeChoice } from './stage-mode-choice.tsx';
import { ToggleButton } from './toggle-button.tsx';
import { UseMyPhone } from './use-my-phone.tsx';
import { UseSavedDeck } from './use-saved-deck.tsx';
import { restOf } from '../../presenting/press-guard.ts';
import { stepLabel } from '../../presenting/step-label.ts';
import type { Undoing } from '../../presenting/undoing.ts';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly deck: ConsoleDeck;
  readonly undoing: Undoing;
  readonly report: ReportProblem;
  readonly onKeys: () => void;
}

/** The menu of everything that a talk needs seldom. */
export function SessionMenu({ session, snapshot, deck, undoing, report, onKeys }: Props) {
  const menuId = useId();
  const menu = useRef<HTMLElement>(null);
  useOpeningAndClosing(menu);
  const { code, ended, talkStartedAt } = snapshot;
  const welcome = session.welcome.value;
  return (
    <>
      <button type="button" class="button" popovertarget={menuId}>
        Menu
      </button>
      <nav ref={menu} id={menuId} popover="auto" class="session-menu" aria-label="Session">
        <UndoButton {...{ snapshot, deck, undoing, report }} />
        {talkStartedAt !== null && <OpenStage code={code} />}
        {!ended && <JoinScreenButton {...{ session, snapshot, report }} />}
        {!ended && welcome !== null && <JoinCard url={welcome.joinUrl} code={code} />}
        {!ended && <UseMyPhone {...{ session, report }} />}
        {!ended && <SelfPacedButton {...{ session, snapshot, report }} />}
        {!ended && <SlidesOnPhones {...{ session, snapshot, report }} />}
        <StageModeChoice {...{ session, snapshot, report }} />
        <a class="button" href={`/s/${code}/results`} target={`results-${code}`}>
          Results
        </a>
        <a class="button" href="/present" target="plenary-desk">
          Decks and sessions
        </a>
        {!ended && (
          <a
            class="button"
            href={`/present/decks/${encodeURIComponent(deck.name)}`}
            target={`deck-${deck.name}`}
          >
            Edit this deck
          </a>
        )}
        <button type="button" class="button" aria-haspopup="dialog" onClick={onKeys}>
          Keys
        </button>
        {!ended && <UseSavedDeck {...{ code, menu, report }} />}
        {!ended && (
          <Confirm
            label="End session"
            question="End this session?"
            explanation="No more answers are accepted, and the stage shows the closing slide. Everybody keeps their own page. For 24 hours you can reopen the session. To let people finish at their own pace, turn on Self-paced instead."
            onConfirm={() => void session.control('session:end', {}).then(report)}
          />
        )}
      </nav>
    </>
  );
}

type ActionProps = Pick<Props, 'session' | 'snapshot' | 'report'>;

/** Undoes the latest step, however long ago it was taken. */
function UndoButton({ snapshot, deck, undoing, report }: Omit<Props, 'session' | 'onKeys'>) {
  const helpId = useId();
  const { undo, position } = snapshot;
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={undo === null}
        {...restOf(undoing.guard)}
        aria-describedby={helpId}
        aria-keyshortcuts="Control+Z Meta+Z"
        onClick={() => void undoing.undo().then(report)}
      >
        Undo
      </button>
      <p id={helpId} class="menu-help">
        {undo === null ? 'Nothing to undo.' : stepLabel(undo, deck, slideIndex(deck, position))}
      </p>
    </>
  );
}

function JoinScreenButton({ session, snapshot: { joinShown }, report }: ActionProps) {
  const toggle = (): void => {
    void session.control('join:show', { shown: !joinShown }).then(report);
  };
  return <ToggleButton label="Join screen" isOn={joinShown} onPress={toggle} />;
}

function SelfPacedButton({ session, snapshot: { selfPaced }, report }: ActionProps) {
  const helpId = useId();
  const toggle = (): void => {
    void session.control('self-paced:set', { on: !selfPaced }).then(report);
  };
  return (
    <>
      <ToggleButton label="Self-paced" isOn={selfPaced} helpId={helpId} onPress={toggle} />
      <p id={helpId} class="menu-help">
        {selfPacedLabel(selfPaced)}
      </p>
    </>
  );
}

function selfPacedLabel(on: boolean): string {
  return on
    ? 'Self-paced is on: every question without a correct answer is open, and people answer at their own pace.'
    : 'Self-paced opens every question without a correct answer, so that people can answer at their own pace.';
}

/** Opens the menu at its top, and closes it after each action: at once, or with the dialog that it opens. */
function useOpeningAndClosing(menu: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const close = (): void => element.hidePopover();
    const onClick = ({ target }: Event): void => {
      const action = target instanceof Element ? target.closest('button, a') : null;
      if (action?.closest('dialog') === null && action.ariaHasPopup !== 'dialog') close();
    };
    const toTop = (): void => void (element.scrollTop = 0);
    element.addEventListener('click', onClick);
    element.addEventListener('toggle', toTop);
    // A dialog's own event does not bubble.
    element.addEventListener('close', close, true);
    return () => {
      element.removeEventListener('click', onClick);
      element.removeEventListener('toggle', toTop);
      element.removeEventListener('close', close, true);
    };
  }, []);
}
