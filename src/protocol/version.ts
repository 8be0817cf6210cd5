/** The protocol's version. Clients send it in the handshake; the server refuses any other. */
export const protocolVersion = 2;
