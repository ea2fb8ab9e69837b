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

export type Command =
  | { readonly kind: "join"; readonly group?: string }
  | { readonly kind: "answer"; readonly factor: string; readonly round: number; readonly value: Rating }
  | { readonly kind: "open" | "close" | "reveal"; readonly questions: readonly Question[] }
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
  | "unknown_workshop"
  | "bad_token"
  | "update_needed"
  | "bad_message"
  | "too_large";

export type RefusalCode =
  | "unknown_group"
  | "already_joined"
  | "full"
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

export interface Factor {
  readonly role: "blocking" | "limiting" | "fixable" | "case_for";
  readonly question: Text;
  readonly hint: Text;
  readonly yes?: Text;
  readonly no?: Text;
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
  readonly pace: "together" | "one_by_one" | "over_days";
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
  readonly answered: number;
}

export interface Person {
  readonly alias: readonly [number, number];
  readonly group: string;
  readonly answered: number;
}

export interface View {
  readonly phase: "lobby" | "live" | "ended";
  readonly setup: Setup;
  readonly joined: number;
  /** Not for anonymous connections. */
  readonly questions?: Readonly<Record<string, QuestionState>>;
  /** The engine's published value, once something is revealed. */
  readonly published?: Patch;
  /** Facilitator and co-facilitator. */
  readonly people?: Readonly<Record<string, Person>>;
}

export interface Me {
  readonly alias: readonly [number, number];
  readonly group: string;
  /** By factor, then by round. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, Rating>>>>;
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
  readonly connected?: number;
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
