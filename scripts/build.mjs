// npm run build: installs what is missing and builds the client, without starting anything; for those who run it as a service.
import { buildClient, install } from './house.mjs'

await install()
await buildClient()
