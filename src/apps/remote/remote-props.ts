import type { RemoteSession } from '../../client/sessions/presenting-session.ts';
import type { SlideRemote } from '../../presenting/slide-remote.ts';
import type { Undoing } from '../../presenting/undoing.ts';
import type { WireError } from '../../protocol/wire-error.ts';
import type { RemoteDeckView, RemoteSnapshot } from '../../session/remote-views.ts';

/** The props that the parts of a remote share. */
export interface RemoteProps {
  readonly session: RemoteSession;
  readonly deck: RemoteDeckView;
  readonly snapshot: RemoteSnapshot;
  readonly remote: SlideRemote;
  readonly undoing: Undoing;
  /** Shows why a press did nothing; null clears the last problem. */
  readonly report: (error: WireError | null) => void;
}
