import { freshFolder, sqliteIn } from '../../test/support/test-relay.ts'
import { memoryStorage } from './memory-storage.ts'
import { storageContract } from './testing/storage-contract.ts'

storageContract('memory', async () => ({ storage: memoryStorage(), reopen: null, remove: async () => {} }))

storageContract('SQLite', async () => {
  const { dir, remove } = freshFolder()
  let storage = await sqliteIn(dir)
  return {
    storage,
    reopen: async () => {
      await storage.close()
      storage = await sqliteIn(dir)
      return storage
    },
    remove: async () => {
      await storage.close()
      remove()
    },
  }
})
