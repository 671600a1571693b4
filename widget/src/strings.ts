// Every sentence that the widget shows or speaks, in one place. To translate the widget, translate this file; `dir`
// turns the whole of it round.

export const strings = {
  lang: "en",
  dir: "ltr" as "ltr" | "rtl",
  /** The language of Intl's own words: dates and numbers in full. */
  locale: "en-GB",

  title: "B12 Guide",
  open: "Ask about B12 injections",
  close: "Close the chat",
  closeName: "Close",
  back: "Back to the chat",
  backToOptions: "Back to Options",
  options: "Options",
  optionsHelp: "Text size, colours, copies and your data",

  newAnswers: (count: number) => (count === 1 ? "1 new answer" : `${count} new answers`),

  welcome: "Hello. Ask me about B12 injections.",
  /** What a starter says, and what it is for. */
  starters: [
    ["Do I need injections?", "Who needs them, and why"],
    ["How long until I feel better?", "Tired, tingling, low"],
    ["Work out my next date", "From your clinic's plan"],
    ["Something feels wrong", "Who to call, how soon"],
  ] as [string, string][],
  disclaimers: [
    'I am a computer program, not a clinician. Nobody watches this chat. No clinician has checked an answer unless "says who?" names one.',
    'What you write stays on this clinic\'s computer. "forget me" deletes it.',
  ],

  transcript: "Conversation",
  transcriptHelp:
    "Use the up and down arrow keys to move from message to message. Home goes to the first, End to the last. " +
    "Enter goes into a message. Escape goes back to the message box.",
  botSays: "B12 Guide says:",
  youSay: "You say:",
  typing: "Writing an answer",
  newBelow: "New answer below",
  showEarlier: "Show earlier messages",
  earlierFailed: "The earlier messages cannot be had now. Please try again.",

  label: "Your message",
  send: "Send",
  boxHelp: "Enter sends. Shift and Enter starts a new line.",
  writeFirst: "Please write a message first.",
  left: (count: number) => `${count} characters left.`,
  full: "This is the limit of 4,000 characters. Anything after it was left out.",

  choices: "Choices",
  didYouMean: "Did you mean one of these?",
  chosen: "Chosen: ",
  youChose: (title: string) => `You chose: ${title}.`,
  alreadyChosen: "You have already chosen this.",
  choiceCount: (count: number) => (count === 1 ? "1 choice below." : `${count} choices below.`),

  emergencyHidden: "Immediate action required: ",
  emergencyHeading: "Call your local emergency number now.",
  urgentHidden: "Urgent advice: ",
  urgentHeading: "Get medical advice today.",
  emergencyAsk: "Emergency?",
  emergencyOr: "or your local emergency number",
  emergencySpoken: (numbers: string) => `In an emergency, call ${numbers} or your local emergency number now.`,

  helpHeading: "When to get help",
  sources: "Sources",
  moreSources: (count: number) => (count === 1 ? "1 more source" : `${count} more sources`),
  checked: (date: string) => `opened and checked on ${date}`,
  notChecked: "not yet checked",
  noneChecked: "Sources not yet checked.",
  notReviewed: "No clinician has signed off this answer yet.",
  newTab: " (opens in a new tab)",

  planHeading: "Your next injection",
  planWasDue: "This one was due",
  planAfter: "After that",
  planTold: "The plan as I read it",
  planDates: "Your next dates:",
  planAssumed: "What I assumed:",
  planAssumptions: (count: number) => `What I assumed (${count})`,
  planMore: "The calendar and the print hold up to 12 dates.",
  planFooter: "Your clinic's own dates come first.",
  pictureOfPlan: "Your plan as a picture, with today marked. Its dates are in the list.",
  /** Short names of the three files, under their drawings. */
  files: ["Calendar", "Print", "Picture"],
  savePicture: "Save the picture",
  inDays: (days: number) =>
    days === 1 ? "tomorrow" : days === -1 ? "yesterday" : days < 0 ? `${-days} days ago` : `in ${days} days`,
  dueToday: "today",
  dueNow: "now",
  weekend: "Weekend",
  weekendAsk: "At a weekend your clinic may be closed. Ask if they want it before or after.",
  to: "to",

  states: {
    ready: "",
    starting: "The chat is starting. This can take a minute. What you write is sent as soon as it is ready.",
    offline: "You seem to be offline. What you write is sent when the connection is back.",
    down: "The chat cannot be reached. What you write is sent when it is back.",
    broken: "Something went wrong on our side. Your message is kept.",
    slow: "The answer is taking longer than usual.",
  },
  back_online: "The chat works again.",
  notSentYet: "Not sent yet. I keep trying.",
  refused: "This message could not be sent. Please write it in another way.",
  failed: "That was our fault, not yours. Your message is kept.",
  tryAgain: "Try again",
  noAnswer: "I could not answer that. Please try other words, or call your clinic.",
  newConversation: "Your earlier conversation has ended, so this is a new one. Please tell me again what matters.",

  personHeading: "Would you rather ask a person?",
  personText: "I did not help you 3 times in a row. Your clinic or a pharmacist can answer this. Nobody reads this chat.",
  personUnreachable: "The chat has failed 3 times in a row. Your clinic or a pharmacist can answer you.",
  personCall: (clinic: string) => `Call ${clinic}`,
  personPage: (clinic: string) => `How to reach ${clinic}`,
  yourClinic: "your clinic",
  callClinic: "Call your clinic, or ask at a pharmacy.",

  textSize: "Text size",
  textSizes: { "1": "Normal", "1.25": "Large", "1.5": "Largest" } as Record<string, string>,
  colours: "Colours",
  themes: { auto: "As this device", light: "Light", dark: "Dark", contrast: "High contrast" } as Record<string, string>,
  conversation: "This conversation",
  copy: "Copy",
  print: "Print",
  save: "Save",
  copied: "The conversation is copied.",
  copyFailed: "This browser did not let me copy. Use Save.",
  saved: "A copy of this conversation is in your downloads.",
  nothingYet: "There is nothing here yet.",
  you: "You",
  savedOn: (date: string) => `B12 Guide, saved on ${date}. This is not medical advice for you alone.`,

  privateTitle: "Private chat",
  privateOff: "Start a private chat",
  privateOn: "End the private chat",
  privateExplain:
    "A private chat keeps nothing, here or on the clinic's computer. It is gone when you close or reload this page, " +
    "or after an hour without a message. Your other conversation stays as it is.",
  privateBanner: "Private chat: nothing is kept. It is gone when you close or reload this page.",
  privateEnded: "The private chat is gone.",

  yourData: "Your data",
  dataNobody: "I never ask for your name. There are no cookies, and nothing goes to anyone else.",
  dataServerTitle: "On the clinic's computer",
  dataServer: [
    "What you write, and my answers, with the time.",
    "Your plan, once you say that it is right.",
    "Your country, time zone and the date there. I use them for numbers to call and for dates.",
  ],
  dataBrowserTitle: "In this browser",
  dataBrowser: (waiting: number) => [
    "The key that opens your conversation.",
    waiting === 0
      ? "Messages that are not sent yet: none now."
      : `Messages that are not sent yet: ${waiting} now.`,
    "What you are writing, until you send it or close this tab.",
    "The text size and colours that you chose.",
  ],
  dataPrivate: "This is a private chat. All of it is in memory only, and it is gone when you leave.",
  dataUntil: "It stays until you delete it. The clinic's computer also deletes what is old, after a time that the clinic sets.",
  exportAll: "Save all my data",
  exported: "All that is kept is in your downloads.",
  exportFailed: "The clinic's computer cannot be reached now, so I saved only what is here. Try again later for the rest.",
  deleteAll: "Delete all my data",
  deleteSure: "This deletes our conversation and your plan, here and on the clinic's computer. It cannot be undone.",
  deleteYes: "Delete everything",
  deleteNo: "Keep it",
  deleted: "All your data is deleted, here and on the clinic's computer.",
  deleteFailed: "The clinic's computer cannot be reached, so nothing is deleted yet. Please try again.",
  afterReaction: "Alarms on your phone stay. After a reaction: no injection before your clinic agrees.",
  clear: "Clear this browser only",
  clearExplain: "For a shared phone or computer. You cannot open the conversation again, but the clinic's computer keeps it.",
  clearSure:
    "You lose the only key to this conversation. The clinic's computer keeps its copy, and you cannot delete it later. " +
    "Or delete everything now, here and there.",
  clearYes: "Clear this browser",
  cleared: "This browser is cleared.",
};
