// What goes over the wire, and what the widget makes of it. Nothing that comes from the network is trusted to have its
// shape: readers below leave out what has not.

export interface Button { title: string }
export interface Source { title: string; url: string; checked: string | null }
export interface Call { label: string; tel: string }
export interface Link { label: string; url: string }
export interface Dose { earliest: string; latest?: string; flags?: string[] }
export interface Plan { next: Dose[]; assumptions: string[] }
export type Level = "emergency" | "urgent" | "none";

/** A message as the server sends it. */
export type Raw = Record<string, unknown>;

/**
 * How one text of an answer is made. Of a care card: `heading` is the action, `text` its lines. Of a plan: `text` is what its card does not show, `read` what was
 * read, `ask` the question.
 */
export interface Part {
  heading: string;
  lead: string;
  text: string[];
  list: string[];
  help: string;
  read: string[];
  ask: string;
}

/** What the bot said in one turn, read from its messages. */
export interface Answer {
  texts: string[];
  /** As many as there are texts. */
  parts: Part[];
  /** A card for somebody in distress, which does not shout. */
  calm: boolean;
  buttons: Button[];
  kind: string;
  level: Level;
  sources: Source[];
  /** What the server says of a clinician's signature; empty where it says nothing. */
  review: string;
  calls: Call[];
  links: Link[];
  plan: Plan | null;
  deleted: boolean;
  /** Deleted while an emergency stands or a plan is on hold: the server knows it for a while under the same name. */
  stands: boolean;
}

/**
 * One message of the person with what was answered. `waiting`: not answered yet; `refused`: the server never will;
 * `failed`: the server broke on it, and it is kept to be tried again.
 */
export interface Turn {
  id: string;
  text: string;
  time: number;
  status: "waiting" | "answered" | "refused" | "failed";
  answer: Answer | null;
  /** It begins a new conversation, because the earlier one is not known any more. */
  renewed: boolean;
  /** It has just arrived, in this tab: an emergency is announced at once. */
  live: boolean;
}

export type State = "ready" | "starting" | "offline" | "down" | "broken";
