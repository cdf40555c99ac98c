import { webApi } from '@slack/bolt'
import { retryAfterSeconds } from '../../../time/retry-after.js'
import { ChatError, PostError } from '../../chat.js'

const apps = 'https://api.slack.com/apps > your app >'

/** Slack's codes for a token that is wrong, or right no more. */
const tokenCodes: ReadonlySet<string> = new Set([
  'account_inactive',
  'app_uninstalled',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
])

/** Slack's codes for a channel that is there no more, or not for us. */
const goneCodes: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'user_not_found',
])

/** Slack's codes for a right that is missing where the bot wants to post (methods/chat.postMessage, "Errors"). */
const forbiddenCodes: ReadonlySet<string> = new Set([
  'access_denied',
  'cannot_reply_to_message',
  'ekm_access_denied',
  'missing_scope',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'user_not_in_channel',
])

/**
 * Slack's codes for content that it takes nowhere, and for a view that comes too late (methods/views.open, "Errors"):
 * trying again would not help, nor would any right.
 */
const unpostableCodes: ReadonlySet<string> = new Set([
  'attachment_payload_limit_exceeded',
  'exchanged_trigger_id',
  'expired_trigger_id',
  'invalid_arguments',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'invalid_trigger_id',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
])

/** Slack's codes for an app that may not open Socket Mode (methods/apps.connections.open, "Errors"). */
const socketModeCodes: ReadonlySet<string> = new Set([
  'forbidden_team',
  'missing_scope',
  'no_permission',
  'socket_mode_disabled',
])

/** Slack's code for what went wrong, for logs and metrics: `"channel_not_found"`, `"http-503"`, `"timeout"`. */
export function errorCode(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited'
  if (error instanceof webApi.WebAPIHTTPError) return `http-${error.statusCode}`
  const deepest = causesOf(error).at(-1)
  if (deepest?.name === 'TimeoutError') return 'timeout'
  if (deepest && 'code' in deepest) return String(deepest.code)
  return deepest?.name ?? 'unknown'
}

/** The scope that a call was refused for; `undefined` for any other error. */
export function missingScope(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError) || error.data.error !== 'missing_scope') return undefined
  return 'needed' in error.data ? String(error.data.needed) : 'unknown'
}

/** Seconds that Slack asked us to wait. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? retryAfterSeconds(error.retryAfter) : undefined
}

/** The error for a bot token that cannot be used; `undefined` for anything else. */
export function botTokenProblem(error: unknown): ChatError | undefined {
  const code = errorCode(error)
  if (!tokenCodes.has(code)) return undefined
  return new ChatError(
    `SLACK_BOT_TOKEN: Slack does not accept this token (${code}). Copy the Bot User OAuth Token (xoxb-…) from ` +
      `${apps} OAuth & Permissions; if it was revoked, press Reinstall there first`,
    { cause: error },
  )
}

/** The error for Socket Mode that cannot be had; `undefined` for what is worth another try. */
export function appTokenProblem(error: unknown): ChatError | undefined {
  const code = errorCode(error)
  if (!tokenCodes.has(code) && !socketModeCodes.has(code)) return undefined
  return new ChatError(
    `SLACK_APP_TOKEN: Slack does not open Socket Mode with this token (${code}). Make an app-level ` +
      `token (xapp-…) with the scope connections:write at ${apps} Basic Information > App-Level Tokens, and see ` +
      'that Socket Mode is on',
    { cause: error },
  )
}

/** The error for scopes that the bot's installation lacks. */
export function scopeProblem(missing: readonly string[]): ChatError {
  return new ChatError(
    `SLACK_BOT_TOKEN: the token lacks ${missing.length > 1 ? 'the scopes' : 'the scope'} ${missing.join(', ')}. ` +
      `Add what is missing at ${apps} OAuth & Permissions > Bot Token Scopes, or paste our manifest.json under ` +
      'App Manifest; then press Reinstall and copy the new token',
  )
}

/** Why a post did not go out. A code that nobody knows is worth another try: it says nothing of rights. */
export function postError(error: unknown): PostError {
  const code = errorCode(error)
  const scope = missingScope(error)
  if (scope) return new PostError('forbidden', scope, { cause: error })
  if (goneCodes.has(code)) return new PostError('gone', code, { cause: error })
  if (forbiddenCodes.has(code)) return new PostError('forbidden', code, { cause: error })
  if (unpostableCodes.has(code)) return new PostError('unpostable', code, { cause: error })
  const answered = error instanceof webApi.SlackError && !(error instanceof webApi.WebAPIRequestError)
  return new PostError('later', code, {
    cause: error,
    retryAfterSeconds: retryAfterOf(error),
    uncertain: !answered && !unreachedCodes.has(code),
  })
}

/** No connection came about, so nothing was posted. */
const unreachedCodes: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** The error and what caused it, outermost first. */
function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}
