/** A number of answers: "1 answer", "12 answers". */
export function formatAnswerCount(answers: number): string {
  return answers === 1 ? '1 answer' : `${answers} answers`;
}
