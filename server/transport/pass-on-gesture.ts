import type { GestureEvent } from '../../src/protocol/gestures.ts';
import type { Ack } from '../../src/protocol/messages.ts';
import { readGesture } from '../../src/protocol/schemas.ts';
import { success, type Result } from '../../src/lib/result.ts';
import { unreachable } from '../../src/lib/unreachable.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';
import type { Member } from './member.ts';
import { forStage } from './socket-types.ts';
import type { Frame } from './ws-frame.ts';

/** Passes a presenter's gesture on to the stages of the session. It is not kept anywhere. */
export function passOnGesture(
  { services, identity }: Member,
  event: GestureEvent,
  message: unknown,
): Ack {
  const frame = gestureFrame(event, message);
  if (!frame.ok) return { ok: false, error: frame.error };
  services.publisher.toStages(frame.value);
  services.tellOthers({ type: 'gesture', session: identity.code, event, message });
  return { ok: true };
}

/** A gesture as stages are told of it. */
export function gestureFrame(event: GestureEvent, message: unknown): Result<Frame, WireError> {
  switch (event) {
    case 'stage:point': {
      const read = readGesture(event, message);
      return read.ok ? success(forStage('pointer:moved', read.value)) : read;
    }
    case 'stage:draw': {
      const read = readGesture(event, message);
      return read.ok ? success(forStage('drawing:added', read.value)) : read;
    }
    case 'stage:zoom': {
      const read = readGesture(event, message);
      return read.ok ? success(forStage('zoom:changed', read.value)) : read;
    }
    case 'stage:erase': {
      const read = readGesture(event, message);
      return read.ok ? success(forStage('drawing:erased')) : read;
    }
    default:
      return unreachable(event);
  }
}
