export interface RelayProcess {
  readonly origin: string
  start(): Promise<void>
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
  output(): string
  /** As if its disk had been lost. */
  forget(): Promise<void>
  close(): Promise<void>
}

export function startRelayProcess(options?: { readonly createToken?: string }): Promise<RelayProcess>
