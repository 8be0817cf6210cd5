/** The protocol's version. Both sides say it in the handshake; a server refuses any other. */
export const protocolVersion = 2;
