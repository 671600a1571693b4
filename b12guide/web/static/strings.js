// Every sentence that the page's program shows, in one place. The sentences of index.html are the ones that must be
// there without the program.

export const strings = {
  botSays: "B12 Guide says:",
  youSay: "You say:",
  choices: "Choices",
  didYouMean: "Did you mean one of these?",
  chosen: "Chosen: ",
  youChose: (title) => `You chose: ${title}.`,
  alreadyChosen: "You have already chosen this.",
  choiceCount: (count) => (count === 1 ? "1 choice below." : `${count} choices below.`),
  starters: ["Do I need injections?", "How long until I feel better?", "Work out my next date", "Something feels wrong"],

  emergencyHidden: "Immediate action required: ",
  emergencyHeading: "Call your local emergency number now.",
  urgentHidden: "Urgent advice: ",
  urgentHeading: "Get medical advice today.",

  sources: "Sources",
  checked: (date) => `checked ${date}`,
  notReviewed: "Not yet reviewed by a clinician.",
  newTab: " (opens in a new tab)",

  planHeading: "Your next dates",
  planTold: "The plan as I read it",
  planDose: (words) => `Injection: ${words}`,
  planAssumptions: "What I assumed",
  planFooter: "Your clinic's own dates come first.",
  pictureOfPlan: "Your plan as a picture. Its dates are in the text above.",
  planBelow: "Your dates are listed below.",
  phaseKinds: { loading: "Loading", maintenance: "Maintenance", other: "Plan" },
  flags: {
    weekend: "Weekend: your clinic may be closed.",
    overdue: "This date has passed.",
    open_ended: "The end of this is not fixed.",
  },

  states: {
    ready: "",
    starting: "The chat is starting. This can take a minute. What you write is sent as soon as it is ready.",
    offline: "You seem to be offline. What you write is sent when the connection is back.",
    down: "The chat cannot be reached. What you write is sent when it is back.",
    slow: "The answer is taking longer than usual.",
  },
  emergencyLine: "In an emergency, call 999, 911, 112 or your local emergency number now.",
  notSentYet: "Not sent yet. I keep trying.",
  refused: "This message could not be sent. Please write it in another way.",
  noAnswer:
    "I could not answer that. Please try other words, or call your clinic. " +
    "In an emergency, call 999, 911, 112 or your local emergency number now.",
  newConversation: "Your earlier conversation has ended, so this is a new one. Please tell me again what matters.",

  forgetMe: "forget me",
  writeFirst: "Please write a message first.",
  left: (count) => `${count} characters left.`,
  full: "This is the limit of 4,000 characters. Anything after it was left out.",
  saved: "A copy of this conversation is in your downloads.",
  nothingToSave: "There is nothing to save yet.",
  cleared: "This browser is cleared.",
};

export const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export const months = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

export const units = { d: ["day", "days"], wk: ["week", "weeks"], mo: ["month", "months"], a: ["year", "years"] };

export const ordinals = { 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", "-1": "last" };

export const routes = { im: "into a muscle", sc: "under the skin", subcut: "under the skin", oral: "by mouth" };
