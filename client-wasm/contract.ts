// The types of what page and client say to each other. CONTRACT.md says what each means.

export type Role = "participant" | "facilitator" | "cofacilitator" | "wall";
export type ShownRole = Role | "anonymous";
export type Rating = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | "dk" | "na";
export type Kept = Readonly<Record<string, string>>;
export type TimerId = "retry" | "welcome" | "ping" | "pong" | "grace" | "back" | "again";

// --- inputs ---

export interface Question {
  readonly factor: string;
  readonly round: number;
}

export type Pace = "together" | "one_by_one" | "over_days";
export type Door = "open" | "invited" | "locked";
/** Where power is shared, by the article's three. */
export type Shared = "design" | "decisions" | "delivery";
export type Level = 0 | 1 | 2 | 3 | 4;

/** Who sees to it that a condition is met, and by when. */
export interface Task {
  readonly factor: string;
  /** A role, not a name. Nothing: nobody yet. */
  readonly who?: string;
  /** "2027-03-01". */
  readonly by?: string;
}

/** PROTOCOL.md P3.19 has the bounds of each text; all of it goes in one message of 8 KiB (P6.1). */
export interface Decision {
  /** Nothing: the group does not agree, and `views` says how. */
  readonly approach?: Level;
  readonly views?: {
    readonly one: string;
    readonly other: string;
    /** What happens now, and who does it. */
    readonly next?: string;
  };
  readonly shared: readonly Shared[];
  readonly tasks?: readonly Task[];
  /** When the group looks at it again: "2027-03-01". */
  readonly review?: string;
  /** What the exercise will be called. */
  readonly name?: string;
  /** Why it differs from the advice. */
  readonly why?: string;
  /** The group was warned of re-badging and went on. */
  readonly warned?: boolean;
}

/** PROTOCOL.md section 3 says who may, and what each is refused with. */
export type Command =
  | { readonly kind: "join"; readonly group?: string; readonly invitation?: string }
  | {
      readonly kind: "answer";
      readonly factor: string;
      readonly round: number;
      readonly value: Rating;
      readonly reason?: string;
    }
  | { readonly kind: "more_time"; readonly wanted: boolean }
  | { readonly kind: "same_person"; readonly into: string; readonly yes: boolean }
  | { readonly kind: "open" | "close" | "reveal"; readonly questions: readonly Question[] }
  | { readonly kind: "skip"; readonly factor: string; readonly skipped: boolean }
  /** With `decision` everybody looks at the advice and the decision; `page`, from 1: of the reasons on the wall. */
  | { readonly kind: "focus"; readonly factor?: string; readonly page?: number; readonly decision?: true }
  /** The group has talked about this round of the question and leaves it as it is. */
  | { readonly kind: "settle"; readonly factor: string; readonly round: number; readonly settled: boolean }
  | { readonly kind: "pause"; readonly paused: boolean }
  | { readonly kind: "timer"; readonly ends_ms?: number }
  | { readonly kind: "pace"; readonly pace: Pace }
  | { readonly kind: "closing"; readonly at_ms?: number }
  | { readonly kind: "door"; readonly door: Door }
  | { readonly kind: "invite"; readonly group: string; readonly invitations: readonly string[] }
  | { readonly kind: "admit" | "turn_away" | "remove"; readonly participant: string }
  | { readonly kind: "merge"; readonly participant: string; readonly into: string }
  | { readonly kind: "regroup"; readonly participant: string; readonly group: string }
  | { readonly kind: "proxy_join"; readonly participant: string; readonly group: string }
  | {
      readonly kind: "proxy_answer";
      readonly participant: string;
      readonly factor: string;
      readonly round: number;
      readonly value: Rating;
      /** 32 hex digits of crypto.getRandomValues. */
      readonly nonce: string;
      readonly reason?: string;
    }
  | { readonly kind: "fact"; readonly factor: string; readonly text: Text; readonly source?: string }
  | {
      readonly kind: "show_reason";
      readonly factor: string;
      readonly round: number;
      readonly reason: string;
      readonly shown: boolean;
    }
  | { readonly kind: "note"; readonly text: string }
  | ({ readonly kind: "decide" } & Decision)
  /** The decision stands although answers were shown after it. */
  | { readonly kind: "keep_decision" }
  | { readonly kind: "end" };

export type CommandKind = Command["kind"];

export interface Start {
  readonly in: "start";
  readonly workshop: string;
  readonly role: Role;
  readonly secret?: string;
  readonly token?: string;
  readonly kept?: Kept;
  /** 32 bytes of crypto.getRandomValues, in lower-case hex. */
  readonly random: string;
}

export type Input =
  | Start
  | { readonly in: "opened" }
  | { readonly in: "closed"; readonly code: number }
  | { readonly in: "timer"; readonly id: TimerId }
  | ({ readonly in: "command" } & Command)
  | { readonly in: "wake" }
  | { readonly in: "network"; readonly online: boolean }
  | { readonly in: "take_over"; readonly kept?: Kept }
  | { readonly in: "dismiss" };

// --- actions ---

export type Action =
  | { readonly do: "open"; readonly path: string }
  | { readonly do: "send"; readonly text: string }
  | { readonly do: "close" }
  | { readonly do: "timer"; readonly id: TimerId; readonly ms: number }
  | { readonly do: "cancel"; readonly id: TimerId }
  | { readonly do: "keep"; readonly key: string; readonly value: string }
  | { readonly do: "forget"; readonly key: string }
  | { readonly do: "show"; readonly patch: Patch }
  | { readonly do: "complain"; readonly text: string };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** RFC 7396; null takes a member away. */
export type Patch = { readonly [key: string]: Json };

// --- the view model ---

export type Link = "connecting" | "online" | "reconnecting" | "offline" | "stopped";
export type Stop =
  | "other_tab"
  | "removed"
  | "merged"
  | "ended"
  | "unknown_workshop"
  | "bad_token"
  | "update_needed"
  | "bad_message"
  | "too_large";

export type RefusalCode =
  | "unknown_group"
  | "already_joined"
  | "already_waiting"
  | "full"
  | "needs_invitation"
  | "unknown_invitation"
  | "used_invitation"
  | "turned_away"
  | "removed"
  | "paused"
  | "still_open"
  | "unknown_participant"
  | "unknown_reason"
  | "too_many"
  | "too_many_facts"
  | "too_many_notes"
  | "too_many_proxies"
  | "too_many_reasons"
  | "too_many_rounds"
  | "ended"
  | "not_joined"
  | "unknown_factor"
  | "wrong_round"
  | "not_open"
  | "already_open"
  | "not_allowed_role"
  | "bad_message"
  | "busy"
  | "read_only"
  | "too_fast"
  | "too_many_pending";

export type Text = Readonly<Record<string, string>>;

export interface Fact {
  readonly text: Text;
  readonly source?: string;
}

export interface Factor {
  readonly role: "blocking" | "limiting" | "fixable" | "case_for";
  readonly judged_by_holders?: boolean;
  readonly question: Text;
  readonly hint?: Text;
  readonly yes?: Text;
  readonly no?: Text;
  readonly facts?: readonly Fact[];
}

export interface Group {
  readonly label: Text;
  readonly lived_experience?: boolean;
  readonly holds_decision?: boolean;
}

export interface Setup {
  readonly title: Text;
  readonly question: Text;
  readonly context?: Text;
  readonly organisation?: string;
  readonly contact?: string;
  readonly languages: readonly string[];
  readonly pace: Pace;
  /** When the server closes what is open, in milliseconds since 1970. */
  readonly closing_ms?: number;
  readonly min_group: number;
  readonly open: boolean;
  readonly order: readonly string[];
  readonly group_order: readonly string[];
  readonly factors: Readonly<Record<string, Factor>>;
  readonly groups: Readonly<Record<string, Group>>;
}

export interface QuestionState {
  readonly state: "waiting" | "open" | "closed" | "revealed";
  readonly round: number;
  /** How many have answered in this round. Not there for participants, whose screens never read it. */
  readonly answered: number;
  readonly skipped?: true;
  /** Desk: another round is unlikely to change the advice, or there were three. */
  readonly enough?: true;
  /** Desk: the group left this round as it is. */
  readonly settled?: true;
  /** By round, once its answers were shown, and on desks and walls once it was closed: how many had joined then.
   *  Never fewer than answered. */
  readonly of?: readonly number[];
}

export interface Person {
  /** Their place among all who ever joined, from 0: their bit in `here`. */
  readonly at: number;
  readonly alias: readonly [number, number];
  readonly group: string;
  /** How many of the open questions have this person's answer. */
  readonly answered: number;
  readonly more_time?: true;
  /** Their phone was asked whether they are this other person, too. `no`: it said that they are not. */
  readonly same_as?: { readonly into: string; readonly no?: true };
  /** Somebody without a phone, whose answers the desk puts in. */
  readonly proxy?: true;
  /** Of a proxy: the questions that have an answer in their newest round. */
  readonly done?: readonly string[];
}

export interface Reason {
  readonly text: string;
  /** Desk only: the others do not see this one. */
  readonly hidden?: true;
}

export interface Note {
  readonly at_ms: number;
  readonly text: string;
}

export interface View {
  readonly phase: "lobby" | "live" | "ended";
  readonly setup: Setup;
  readonly door: Door;
  /** Those without a phone included. */
  readonly joined: number;
  readonly proxies?: number;
  /** From here on not for anonymous connections. */
  readonly questions?: Readonly<Record<string, QuestionState>>;
  readonly paused?: true;
  /** The question that everybody is looking at. */
  readonly focus?: string;
  /** Which page of that question's reasons the wall shows, from 1. */
  readonly page?: number;
  /** Everybody is looking at the advice and the decision. */
  readonly deciding?: true;
  /** Advisory: nothing closes by itself. In milliseconds since 1970, by the server's clock; while the
   *  workshop is paused, how many are left. */
  readonly timer?: { readonly ends_ms: number } | { readonly left_ms: number };
  /** The engine's published value, once something is revealed. */
  readonly published?: Patch;
  /** In people's own words, by question, under random ids: of the latest round that is shown. */
  readonly reasons?: Readonly<Record<string, Readonly<Record<string, Reason>>>>;
  /** The same of the round shown before that one. */
  readonly earlier_reasons?: Readonly<Record<string, Readonly<Record<string, Reason>>>>;
  /** How many of those there was no room for, by question; absent where all are sent. */
  readonly reasons_left?: Readonly<Record<string, number>>;
  /** `kept`: answers were shown after it, and the group kept it; one that is changed has it no more. */
  readonly decision?: Decision & { readonly kept?: true };
  /** Answers were shown after the decision, and nobody has said that it stands. */
  readonly answers_newer?: true;
  /** From here on facilitator and co-facilitator only. */
  readonly people?: Readonly<Record<string, Person>>;
  /** Who has asked to come in while the door is locked. */
  readonly waiting?: Readonly<Record<string, { readonly group: string }>>;
  readonly invitations?: Readonly<Record<string, { readonly made: number; readonly used: number }>>;
  readonly notes?: Readonly<Record<string, Note>>;
}

export interface Me {
  readonly alias: readonly [number, number];
  readonly group: string;
  /** By factor, then by round. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, Rating>>>>;
  /** The same for the reasons given with them. */
  readonly reasons?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By factor: the latest round that counts an answer of theirs from another phone, which is not told. */
  readonly elsewhere?: Readonly<Record<string, number>>;
  readonly more_time?: true;
  /** The desk asks whether this person is also that one (command `same_person`). */
  readonly same_as?: { readonly id: string; readonly alias: readonly [number, number] };
}

export type OwnAnswer =
  | { readonly round: number; readonly value: Rating; readonly state: "sending" | "kept" | "saved" }
  | {
      readonly round: number;
      readonly value: Rating;
      readonly state: "refused";
      readonly code: RefusalCode;
    };

export interface ViewModel {
  readonly link: Link;
  readonly stop?: Stop;
  readonly back?: true;
  readonly role?: ShownRole;
  readonly code?: string;
  readonly view?: View;
  readonly me?: Me;
  /** Joining is locked; this person has asked to come in. */
  readonly waiting?: true;
  /** How many people are here, or were within ten minutes. */
  readonly connected?: number;
  /** Desk: how many desks are open, this one included, and who is here (PROTOCOL.md P4.3). */
  readonly desks?: number;
  readonly here?: string;
  /** The server's clock at `at_ms` of the clock that the client is given (performance.now()). */
  readonly clock?: { readonly wall_ms: number; readonly at_ms: number };
  readonly answers: Readonly<Record<string, OwnAnswer>>;
  readonly working: Readonly<Partial<Record<CommandKind, true>>>;
  readonly refusal?: {
    /** Not there when the server complained of no particular command. */
    readonly kind?: CommandKind;
    readonly code: RefusalCode;
    readonly field?: string;
  };
}

// --- the modules ---

/** What the module `client` exports. Pointers are byte offsets in its memory. */
export interface ClientModule {
  readonly memory: WebAssembly.Memory;
  /** Once, before anything else. */
  _initialize(): void;
  quorate_buffer(size: number): number;
  quorate_input(size: number, now_ms: number): number;
  quorate_receive(size: number, now_ms: number): number;
  quorate_output_size(): number;
}

/** And the module `engine`. */
export interface EngineModule {
  readonly memory: WebAssembly.Memory;
  /** Once, before anything else. */
  _initialize(): void;
  quorate_engine_buffer(size: number): number;
  quorate_engine_evaluate(size: number): number;
  quorate_engine_evaluate_published(size: number): number;
  quorate_engine_measure(size: number): number;
  quorate_engine_what_if(size: number): number;
  quorate_engine_output_size(): number;
}
