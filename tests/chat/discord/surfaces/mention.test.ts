import { describe, expect, it } from 'vitest'
import { type PostedMessage, readMessage } from '../../../../src/chat/discord/surfaces/events.js'
import { plainWords, questionIn } from '../../../../src/chat/discord/surfaces/mention.js'

const ownId = '100000000000000001'

function message(content: string, more: object = {}): PostedMessage {
  const author = { id: '2', username: 'minji', discriminator: '0', avatar: null, global_name: null }
  const packet = { id: '8', channel_id: '9', author, content, guild_id: '3', type: 0, mentions: [], ...more }
  const read = readMessage(packet)
  if (!read) throw new Error('This is no message')
  return read
}

describe('questionIn', () => {
  it.each([
    ['a mention', `<@${ownId}> k8s`, {}, 'k8s'],
    ['a mention by nickname', `k8s <@!${ownId}> 알려줘`, {}, 'k8s 알려줘'],
    ['a mention in a reply', `<@${ownId}> k8s`, { type: 19 }, 'k8s'],
    ['a bare mention', `<@${ownId}>`, {}, ''],
    ['a direct message', 'k8s', { guild_id: undefined }, 'k8s'],
  ])('reads %s', (_what, content, more, question) => {
    expect(questionIn(message(content, more), ownId)).toBe(question)
  })

  it.each([
    ['a message that mentions somebody else', '<@4> k8s', {}],
    ['a mention of everyone', '@everyone k8s', { mention_everyone: true }],
    ['a mention of a role', '<@&5> k8s', { mention_roles: ['5'] }],
    ['the ping of a reply', 'k8s', { type: 19, mentions: [{ id: ownId }] }],
    ['a bot', `<@${ownId}> k8s`, { author: { id: '6', bot: true } }],
    ['a webhook', `<@${ownId}> k8s`, { webhook_id: '7' }],
    ['itself', 'k8s', { author: { id: ownId }, guild_id: undefined }],
    ['a pin', `<@${ownId}>`, { type: 6 }],
  ])('leaves %s alone', (_what, content, more) => {
    expect(questionIn(message(content, more), ownId)).toBeUndefined()
  })
})

describe('plainWords', () => {
  it('keeps the words and drops what only Discord understands', () => {
    const content = '<@1> <@&2> in <#3>:\n<a:party:4> k8s <:k8s:5> </devops session:6> a<b'
    expect(plainWords(content)).toBe('in : k8s a<b')
  })
})
